package io.brokerscope.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value that knows its place and is read as the type its key wants. Nothing is converted: {@code
 * 'true'} in quotes is a string.
 */
record Value(Source source, KeyPath path, Node node) {
  private static final String QUOTE_IT =
      "write a text, in quotes if it looks like a number, boolean or date";

  /** 24 days: Kafka's clients take milliseconds, as an int. */
  private static final int MAX_SECONDS = Integer.MAX_VALUE / 1000;

  /** A key that the user chose, such as a label's name, with its value. */
  record Named(String name, Location keyLocation, Value value) {}

  boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  Location location() {
    return source.at(node.getStartMark());
  }

  boolean flag() throws ConfigException {
    if (scalar().orElse(null) instanceof Boolean flag) {
      return flag;
    }
    throw error("a boolean", "write true or false, without quotes");
  }

  int integer(int min) throws ConfigException {
    return (int) integer(min, Integer.MAX_VALUE);
  }

  long integer(long min, long max) throws ConfigException {
    Object scalar = scalar().orElse(null);
    if (scalar instanceof Integer || scalar instanceof Long) {
      long number = ((Number) scalar).longValue();
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw error(
        String.format("an integer from %d to %d", min, max), "write digits, without quotes");
  }

  /** A time in whole seconds. */
  Duration seconds(int min) throws ConfigException {
    return Duration.ofSeconds(integer(min, MAX_SECONDS));
  }

  /** A number, or a string that Java reads as one. */
  double number() throws ConfigException {
    Object scalar = scalar().orElse(null);
    if (scalar instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Double.parseDouble(scalar instanceof String ? text() : "");
    } catch (NumberFormatException e) {
      throw error("a number", "write digits such as 0.001");
    }
  }

  /**
   * A string with its environment references replaced; one that is not set and has no default is an
   * error.
   */
  String text() throws ConfigException {
    return expanded(rawText());
  }

  /** A string that is one of these. */
  String oneOf(List<String> words) throws ConfigException {
    String text = text();
    if (words.contains(text)) {
      return text;
    }
    throw error(
        "one of " + String.join(", ", words),
        KeySuggestion.nearest(text, words)
            .map(word -> "did you mean " + word + "?")
            .orElse("write one of these"));
  }

  /** A regular expression that stands alone: no rule's groups are meant by its references. */
  Pattern regex() throws ConfigException {
    return Regex.compile(this, text());
  }

  /** A text of this value with its environment references replaced, as {@link #text} does it. */
  String expanded(String raw) throws ConfigException {
    Optional<String> unset = source.environment().firstUnset(raw);
    if (unset.isPresent()) {
      throw source.error(
          location(),
          path,
          String.format(
              "found ${%s}, expected an environment variable that is set; set it or write ${%s:-default}",
              unset.get(), unset.get()));
    }
    return source.environment().expand(raw);
  }

  /** A string as written. */
  String rawText() throws ConfigException {
    if (scalar().orElse(null) instanceof String text) {
      return text;
    }
    throw error("a string", QUOTE_IT);
  }

  /**
   * Any scalar's value as Java prints it, with {@code null} for nothing: {@code 0x10} gives {@code
   * 16}.
   */
  String scalarText() throws ConfigException {
    if (isNull()) {
      return "null";
    }
    Optional<Object> scalar = scalar();
    if (scalar.isEmpty()) {
      throw error("a string or a number", QUOTE_IT);
    }
    return String.valueOf(scalar.get());
  }

  /** A Number, a Boolean, or a String with its environment references replaced. */
  Object constant() throws ConfigException {
    Object scalar = scalar().orElse(null);
    if (scalar instanceof Number || scalar instanceof Boolean) {
      return scalar;
    }
    if (scalar instanceof String) {
      return text();
    }
    throw error("a number, a boolean or a string", QUOTE_IT);
  }

  List<Value> items() throws ConfigException {
    if (!(node instanceof SequenceNode list) || !node.getTag().equals(Tag.SEQ)) {
      throw error("a list", "write '- item' lines below the key, or [] for an empty list");
    }
    List<Value> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      items.add(new Value(source, path.index(items.size()), item));
    }
    return items;
  }

  /**
   * The mapping's values by key; a key that is not among {@code knownKeys} is noted and left out.
   */
  Section section(List<String> knownKeys) throws ConfigException {
    return Section.of(this, entries(), knownKeys);
  }

  /** The pairs of a mapping whose keys are the user's, in file order. */
  List<Named> pairs() throws ConfigException {
    List<Named> pairs = new ArrayList<>();
    for (Mappings.Entry entry : entries().values()) {
      String name = entry.key().getValue();
      Value value = new Value(source, path.key(name), entry.value());
      if (!entry.key().getTag().equals(Tag.STR)) {
        Value key = new Value(source, path, entry.key());
        throw key.error("a string as key", "put the key in quotes");
      }
      pairs.add(new Named(name, source.at(entry.key().getStartMark()), value));
    }
    return pairs;
  }

  /** An error to be thrown by the caller, about this value as a whole. */
  ConfigException error(String expected, String hint) {
    return source.error(
        location(),
        path,
        String.format("found %s, expected %s; %s", Found.describe(this), expected, hint));
  }

  /** Absent for lists, mappings, nothing, and what {@link Scalars} cannot read. */
  Optional<Object> scalar() {
    return node instanceof ScalarNode scalar ? source.scalars().read(scalar) : Optional.empty();
  }

  private Map<String, Mappings.Entry> entries() throws ConfigException {
    if (!(node instanceof MappingNode mapping) || !node.getTag().equals(Tag.MAP)) {
      throw error("a mapping", "write 'key: value' lines, indented alike");
    }
    return Mappings.entries(source, path, mapping);
  }
}
