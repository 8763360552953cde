package io.brokerscope.config;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * The file being read, shared by all its values: where messages point, what was noticed, what was
 * looked up.
 */
final class Source {
  /** A file of nothing but unknown keys must not flood the host's log. */
  private static final int MAX_WARNINGS = 50;

  private final String fileName;
  private final boolean strict;
  private final EnvironmentText environment;
  private final Scalars scalars = new Scalars();
  private final List<String> warnings = new ArrayList<>();
  private int warningsLeftOut;

  /** What {@link Mappings} found in each mapping: aliases make one mapping appear many times. */
  private final IdentityHashMap<MappingNode, Map<String, Mappings.Entry>> entries =
      new IdentityHashMap<>();

  Source(String fileName, boolean strict, Function<String, String> environment) {
    this.fileName = fileName;
    this.strict = strict;
    this.environment = new EnvironmentText(environment);
  }

  EnvironmentText environment() {
    return environment;
  }

  Scalars scalars() {
    return scalars;
  }

  IdentityHashMap<MappingNode, Map<String, Mappings.Entry>> entries() {
    return entries;
  }

  Location start() {
    return new Location(fileName, 1, 1);
  }

  Location at(Mark mark) {
    return new Location(fileName, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The location of a character, counting as the YAML library counts: code points, from 1. */
  Location at(String text, int index) {
    String before = text.substring(0, index);
    int lineStart = 0;
    int line = 1;
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      boolean firstHalf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !firstHalf)) {
        line++;
        lineStart = i + 1;
      }
    }
    return new Location(fileName, line, before.codePointCount(lineStart, index) + 1);
  }

  /**
   * An error to be thrown by the caller; {@code problem} says what was found and what is expected.
   */
  ConfigException error(Location location, KeyPath path, String problem) {
    return new ConfigException(location + ": " + path.prefix() + problem);
  }

  /** Notes something that is odd but does no harm. */
  void warn(Location location, KeyPath path, String problem) throws ConfigException {
    if (strict) {
      throw error(location, path, problem);
    }
    if (warnings.size() < MAX_WARNINGS) {
      warnings.add(location + ": " + path.prefix() + problem);
    } else {
      warningsLeftOut++;
    }
  }

  List<String> warnings() {
    List<String> all = new ArrayList<>(warnings);
    if (warningsLeftOut > 0) {
      all.add(start() + ": " + warningsLeftOut + " more warnings are not shown");
    }
    return all;
  }
}
