package io.brokerscope.dashboards.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HandlersTest {
  private static final Pattern RULE =
      Pattern.compile(
          "record: kafka_cluster_instance:kafka_handlers_idle:ratio_rate5m\\n +expr: \\|\\n(.*?)\\n\\n",
          Pattern.DOTALL);

  @Test
  void the_boards_formula_is_that_of_the_alerts() throws Exception {
    String rules = Files.readString(Path.of("alerts", "kafka-causes.rules.yml"));
    Matcher rule = RULE.matcher(rules);
    rule.find();

    assertEquals(
        bare(rule.group(1).replace("kafka_cluster, ", "").replace("[5m]", "")),
        bare(Handlers.idle("").replace("[:rate]", "").replace("{,", "{").replace("{}", "")));
  }

  private static String bare(String expr) {
    return expr.replace('\'', '"').replaceAll("\\s+", "");
  }
}
