package io.brokerscope.packs;

import io.brokerscope.config.ConfigException;
import io.brokerscope.config.ConfigReader;
import io.brokerscope.config.ExporterConfig;
import io.brokerscope.rules.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A shipped file of rules in its two forms. A line keeps its number in both, so a rule is known by
 * the line where it begins.
 */
record Pack(String name) {
  private static final Map<Use, RuleSet> COMPILED = new ConcurrentHashMap<>();

  /** As it is shipped, or with the lines that begin with {@code #debug# } switched on. */
  enum Form {
    DEFAULT,
    DEBUG
  }

  /** What a process runs. */
  record Use(Pack pack, Form form) {}

  /** Every file in config/ that has rules, by name. */
  static List<Pack> all() throws IOException {
    return PackFile.all().stream().map(file -> new Pack(file.name())).toList();
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
        "%s runs %s: found rules that no shipped file has, expected one of %s, with or without debug"
            .formatted(process.name(), process.pack(), all()));
  }

  String text(Form form) {
    PackFile shipped = PackFile.of(name);
    return (form == Form.DEBUG ? shipped.withDebug() : shipped).text();
  }

  /** Compiled once for all tests: the files stay as they are while tests run. */
  RuleSet rules(Form form) throws ConfigException {
    Use use = new Use(this, form);
    RuleSet known = COMPILED.get(use);
    if (known == null) {
      known = RuleSet.compile(config(form));
      COMPILED.put(use, known);
    }
    return known;
  }

  ExporterConfig config(Form form) throws ConfigException {
    byte[] yaml = text(form).getBytes(StandardCharsets.UTF_8);
    return new ConfigReader(true, name -> null).read(name, yaml).config();
  }
}
