package io.brokerscope.packs;

import io.brokerscope.config.ConfigException;
import io.brokerscope.config.ConfigReader;
import io.brokerscope.rules.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A shipped file of rules in its two forms. A line keeps its number in both, so a rule is known by
 * the line where it begins.
 */
record Pack(Path file) {
  private static final Path FOLDER = Path.of("config");
  private static final Pattern RULES = Pattern.compile("(?m)^rules:");
  private static final Pattern DEBUG_PREFIX = Pattern.compile("(?m)^#debug# ");

  /** As it is shipped, or with the lines that begin with {@code #debug# } switched on. */
  enum Form {
    DEFAULT,
    DEBUG
  }

  /** What a process runs. */
  record Use(Pack pack, Form form) {}

  /** Every file in config/ that has rules, by name. */
  static List<Pack> all() throws IOException {
    List<Pack> packs = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yml")).sorted().toList()) {
        if (RULES.matcher(Files.readString(file)).find()) {
          packs.add(new Pack(file));
        }
      }
    }
    return packs;
  }

  /** Told by the content, because a process may have a copy of the file with debug switched on. */
  static Use usedBy(LiveProcess process) throws IOException {
    String text = Files.readString(process.pack());
    for (Pack pack : all()) {
      for (Form form : Form.values()) {
        if (pack.text(form).equals(text)) {
          return new Use(pack, form);
        }
      }
    }
    throw new IllegalStateException(
        "%s runs %s: found rules that are no file of %s, expected one of them, with or without debug"
            .formatted(process.name(), process.pack(), FOLDER));
  }

  String name() {
    return file.getFileName().toString();
  }

  String text(Form form) throws IOException {
    String text = Files.readString(file);
    return form == Form.DEBUG ? DEBUG_PREFIX.matcher(text).replaceAll("") : text;
  }

  RuleSet rules(Form form) throws IOException, ConfigException {
    byte[] yaml = text(form).getBytes(StandardCharsets.UTF_8);
    return RuleSet.compile(new ConfigReader(true, name -> null).read(name(), yaml).config());
  }

  /** The lines where rules begin. */
  Set<Integer> ruleLines(Form form) throws IOException, ConfigException {
    RuleSet rules = rules(form);
    Set<Integer> lines = new HashSet<>();
    for (int rule = 0; rule < rules.ruleCount(); rule++) {
      lines.add(rules.line(rule));
    }
    return lines;
  }
}
