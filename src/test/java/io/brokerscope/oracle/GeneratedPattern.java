package io.brokerscope.oracle;

import io.brokerscope.oracle.FixtureBean.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A regex made after the line of an attribute, piece by piece: domain, properties, path, attribute,
 * value.
 *
 * @param references to its groups, such as {@code $1}
 */
record GeneratedPattern(String regex, List<String> references) {
  private static final List<String> FREE_HAND =
      List.of(
          ".*",
          "",
          "Count",
          "(?i)COUNT|value",
          "(\\w+): (.*)$",
          "^gen",
          "=(\\w+)>",
          "<(.+)=(.+)><",
          ">(?!Count)(\\w+):",
          "(\\d+)thPercentile",
          "\\bValue\\b",
          ": (-?[\\d.]+)",
          ": (true|false)",
          "<>([^:]+):",
          "([a-z]+)-(total|rate)",
          "(.)\\1",
          "\\Qgen.\\E(\\w+)<",
          "never<>matches",
          "(?<=<>)(\\w+)",
          "(\\w+)=(?:(0)|(\\w+))",
          "state: (\\w+)",
          "<(\\w*)>(\\w+)",
          ": [0-4]",
          "(type|name)=([^,>]*)",
          "(used|Max-Size)",
          "row=(\\w+)",
          "[^<]*<[^>]*>");

  static GeneratedPattern make(Choice choice, Named bean) {
    return choice.percent(35) ? of(choice.from(FREE_HAND)) : of(afterLine(choice, bean));
  }

  private static GeneratedPattern of(String regex) {
    List<String> references = new ArrayList<>();
    int groups = Pattern.compile(regex).matcher("").groupCount();
    for (int i = 1; i <= groups; i++) {
      references.add("$" + i);
    }
    if (regex.contains("(?<attr>")) {
      references.set(groups - 1 - (regex.contains(": (") ? 1 : 0), "${attr}");
    }
    return new GeneratedPattern(regex, references);
  }

  private static String afterLine(Choice choice, Named bean) {
    List<String> pieces = new ArrayList<>();
    pieces.add(choice.percent(60) ? literal(bean.name().getDomain()) : "([^<]+)");
    pieces.add("<" + properties(choice, bean) + ">");
    pieces.add("<" + choice.of("", "", "(.*)", "(\\w*)", "(?:.+)?") + ">");
    pieces.add(attribute(choice, bean));
    pieces.add(choice.of("", "", ":", ": (.*)", ": (\\d+)", ": (\\S+)$"));
    int first = choice.percent(60) ? 0 : choice.between(0, 3);
    int last = choice.percent(60) ? pieces.size() : choice.between(first + 1, pieces.size());
    String regex = String.join("", pieces.subList(first, last));
    return first == 0 && choice.percent(20) ? '^' + regex : regex;
  }

  private static String properties(Choice choice, Named bean) {
    if (choice.percent(20)) {
      return choice.of("(.+)", ".*", "([^>]*)");
    }
    List<String> properties = new ArrayList<>();
    for (String property : bean.name().getKeyPropertyListString().split(",", -1)) {
      String key = property.replaceFirst("=.*", "");
      properties.add(
          choice.of(
              literal(property), literal(key) + "=(.+)", literal(key) + "=([^,>]*)", "(.+)=(.*)"));
    }
    return String.join(", ", properties);
  }

  private static String attribute(Choice choice, Named bean) {
    FixtureBean attributes = (FixtureBean) bean.mbean();
    String name = choice.from(attributes.attributeNames());
    return choice.of(
        literal(name),
        literal(name),
        "(" + literal(name) + "|other)",
        "(\\w+)",
        "(?<attr>\\w+)",
        "(.+)",
        "([a-zA-Z-]+)",
        literal(name.substring(0, 1)) + "(.*)");
  }

  private static String literal(String text) {
    return text.replaceAll("[\\\\\\[\\](){}.*+?^$|]", "\\\\$0");
  }
}
