package io.brokerscope.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code -Dalerts.write=true} writes the rules anew. */
class SloRulesTest {
  private static final Path RULES = Path.of("alerts", "kafka-slo.rules.yml");

  @Test
  void the_rules_are_what_the_table_of_objectives_gives() throws Exception {
    String generated = SloRules.of(SloTable.read());
    if (Boolean.getBoolean("alerts.write")) {
      Files.writeString(RULES, generated);
    }

    assertEquals(
        Files.readString(RULES),
        generated,
        RULES + " differs from " + SloTable.FILE + ", which says how to write it anew");
  }
}
