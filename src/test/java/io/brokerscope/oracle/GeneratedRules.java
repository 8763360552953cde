package io.brokerscope.oracle;

import io.brokerscope.oracle.FixtureBean.Named;
import java.util.ArrayList;
import java.util.List;

/** Makes rules for given MBeans: patterns that match them, match some of them, or none. */
final class GeneratedRules {
  private final Choice choice;
  private final List<Named> beans;

  GeneratedRules(Choice choice, List<Named> beans) {
    this.choice = choice;
    this.beans = beans;
  }

  /** A configuration of up to four rules. */
  String yaml() {
    StringBuilder yaml = new StringBuilder();
    for (String key :
        List.of("lowercaseOutputName", "lowercaseOutputLabelNames", "inferCounterTypeFromName")) {
      if (choice.percent(25)) {
        yaml.append(key).append(": true\n");
      }
    }
    yaml.append("rules:\n");
    int count = choice.between(1, 4);
    for (int i = 0; i < count; i++) {
      yaml.append("- {").append(String.join(", ", rule())).append("}\n");
    }
    return yaml.toString();
  }

  private List<String> rule() {
    List<String> keys = new ArrayList<>();
    if (choice.percent(choice.percent(50) ? 10 : 2)) {
      addOutput(keys);
      return keys;
    }
    GeneratedPattern pattern = GeneratedPattern.make(choice, choice.from(beans));
    keys.add("pattern: " + OracleCase.quoted(pattern.regex()));
    if (choice.percent(75)) {
      keys.add("name: " + OracleCase.quoted(name(pattern)));
      keys.add("labels: {" + String.join(", ", labels(pattern)) + '}');
      if (choice.percent(20)) {
        keys.add("help: " + OracleCase.quoted("About " + reference(pattern) + " and \"more\""));
      }
    }
    if (choice.percent(20)) {
      keys.add(
          "value: " + OracleCase.quoted(choice.of("1", "2.5", " 3 ", reference(pattern), "x")));
    }
    addOutput(keys);
    return keys;
  }

  private void addOutput(List<String> keys) {
    if (choice.percent(40)) {
      keys.add("type: " + choice.of("GAUGE", "COUNTER", "UNTYPED", "UNKNOWN"));
    }
    if (choice.percent(15)) {
      keys.add("valueFactor: " + choice.of("0.001", "1000", "0.5", "1e-6"));
    }
    if (choice.percent(20)) {
      keys.add("attrNameSnakeCase: true");
    }
  }

  private String name(GeneratedPattern pattern) {
    if (choice.percent(3)) {
      return "";
    }
    StringBuilder name = new StringBuilder(choice.of("m", "Metric", "job:m", "9m", "a--b"));
    if (choice.percent(85)) {
      for (String group : pattern.references()) {
        name.append('_').append(group);
      }
    }
    return name.append(
            choice.percent(15) ? choice.of("_total", "_info", "_bucket", "_created") : "")
        .toString();
  }

  private List<String> labels(GeneratedPattern pattern) {
    List<String> labels = new ArrayList<>();
    for (String group : pattern.references()) {
      if (choice.percent(75)) {
        labels.add(OracleCase.quoted("Group" + labels.size()) + ": " + OracleCase.quoted(group));
      }
    }
    if (choice.percent(15)) {
      String odd = choice.of("odd:name", "odd-name", "", "9odd", reference(pattern));
      labels.add(OracleCase.quoted(odd) + ": " + OracleCase.quoted(choice.of("v", "", "\\$1")));
    }
    if (choice.percent(10)) {
      labels.add("line: " + OracleCase.quoted("$0"));
    }
    return labels;
  }

  private String reference(GeneratedPattern pattern) {
    return pattern.references().isEmpty() ? "none" : choice.from(pattern.references());
  }
}
