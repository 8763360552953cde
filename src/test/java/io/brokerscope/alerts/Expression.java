package io.brokerscope.alerts;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be read from PromQL without a parser; promtool has parsed it already. */
public final class Expression {
  private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
  private static final Pattern SELECTORS = Pattern.compile("\\{[^}]*}|\\[[^]]*]");
  private static final Pattern LABEL_LISTS =
      Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
  private static final Pattern FUNCTIONS = Pattern.compile("\\b[a-z_]+\\s*\\(");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.:])[a-zA-Z_:][\\w:]*");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  private final String text;

  public Expression(String text) {
    this.text = text;
  }

  /** The names of metrics, whatever is asked of them. */
  public Set<String> metrics() {
    String bare = remove(remove(remove(text, STRING), SELECTORS), LABEL_LISTS);
    bare = remove(bare.replaceAll("\\b\\d[\\w.]*", " "), FUNCTIONS);
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(bare);
    while (name.find()) {
      if (!WORDS.contains(name.group())) {
        names.add(name.group());
      }
    }
    return names;
  }

  /** What some aggregation keeps; all others are gone, if there is an aggregation. */
  Set<String> keptLabels() {
    Set<String> labels = new TreeSet<>();
    Matcher list = LABEL_LISTS.matcher(text);
    while (list.find()) {
      if (list.group(1).equals("by")) {
        Stream.of(list.group(2).split(",", -1)).map(String::strip).forEach(labels::add);
      }
    }
    return labels;
  }

  /** Whether a function is called. */
  public boolean uses(String function) {
    return Pattern.compile("\\b" + function + "\\b").matcher(remove(text, STRING)).find();
  }

  private static String remove(String text, Pattern pattern) {
    return pattern.matcher(text).replaceAll(" ");
  }
}
