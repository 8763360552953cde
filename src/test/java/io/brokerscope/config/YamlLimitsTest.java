package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YamlLimitsTest {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void aFileOfOneMebibyteIsRead() throws ConfigException {
    assertEquals(Reading.config(""), Reading.config("#".repeat(MEBIBYTE)));
  }

  @Test
  void aFileOfOneByteMoreIsRefused() {
    assertEquals(
        "f.yml:1:1: found a file of 1048577 bytes, expected at most 1048576; remove what is not"
            + " configuration",
        Reading.error("#".repeat(MEBIBYTE + 1)));
  }

  @Test
  void aliasesOfAliasesAreRefusedBeforeTheyAreExpanded() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i <= 9; i++) {
      String part = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + part + (", " + part).repeat(8) + "]\n");
    }
    assertEquals(
        "f.yml:7:39: found YAML beyond a limit (Number of aliases for non-scalar nodes exceeds the specified"
            + " max=50), expected at most 50 aliases of lists and mappings and 50 levels; write repeated parts out"
            + " and nest less",
        Reading.error(bomb.toString()));
  }

  @Test
  void mergesOfMergesAreReadOnceEach() throws ConfigException {
    StringBuilder bomb = new StringBuilder("k0: &k0 {startDelaySeconds: 4}\n");
    for (int i = 1; i <= 24; i++) {
      String part = "*k" + (i - 1);
      bomb.append("k" + i + ": &k" + i + " {<<: [" + part + ", " + part + "]}\n");
    }
    LoadedConfig loaded = Reading.load(bomb + "<<: *k24\n");
    assertEquals(4, loaded.config().timing().startDelaySeconds());
  }

  @Test
  void deepNestingIsRefused() {
    String nested =
        IntStream.range(0, 1000)
            .mapToObj(depth -> " ".repeat(depth) + "k:\n")
            .collect(Collectors.joining());
    assertEquals(
        "f.yml:51:53: found YAML beyond a limit (Nesting Depth exceeded max 50), expected at most 50 aliases of"
            + " lists and mappings and 50 levels; write repeated parts out and nest less",
        Reading.error(nested));
  }

  @Test
  void aHundredThousandOpenBracketsAreRefused() {
    assertTrue(Reading.error("[".repeat(100_000)).contains("(Nesting Depth exceeded max 50)"));
  }

  @Test
  void deepNestingOfGroupsInAPatternIsAnErrorOfThatPattern() {
    String message = Reading.error("rules:\n- pattern: '" + "(".repeat(500_000) + "'");
    assertTrue(
        message.startsWith("f.yml:2:12: rules[0].pattern: found '" + "(".repeat(80) + "…' ("),
        message);
    assertTrue(message.contains("expected a Java regular expression"), message);
  }

  @Test
  void aVeryLongKeyIsCutInTheWarning() throws ConfigException {
    LoadedConfig loaded = Reading.load("? " + "k".repeat(500_000) + "\n: 1\n");
    assertTrue(
        loaded.warnings().get(0).startsWith("f.yml:1:3: unknown key '" + "k".repeat(80) + "…', "));
  }

  @Test
  void manyRulesAreRead() throws ConfigException {
    assertEquals(
        40_000, Reading.config("rules:\n" + "- pattern: 'a<b>c'\n".repeat(40_000)).rules().size());
  }

  @Test
  void anAnchorMayBeUsedAgain() throws ConfigException {
    ExporterConfig config =
        Reading.config(
            """
            rules:
              - pattern: a
                name: a
                labels: &common {zone: z}
              - pattern: b
                name: b
                labels: *common
              - pattern: c
                name: c
                labels: {<<: *common, zone: own, more: m}
            """);
    assertEquals(Map.of("zone", "z"), config.rules().get(1).naming().labels());
    assertEquals(Map.of("zone", "own", "more", "m"), config.rules().get(2).naming().labels());
  }

  @Test
  void theFirstOfSeveralMergedMappingsWins() throws ConfigException {
    LoadedConfig loaded =
        Reading.load(
            """
            a: &a {startDelaySeconds: 1}
            b: &b {startDelaySeconds: 2, scrapeTimeoutSeconds: 3}
            <<: [*a, *b]
            """);
    assertEquals(new ExporterConfig.Timing(1, 3), loaded.config().timing());
  }

  @Test
  void aMappingThatMergesItselfAddsNothing() throws ConfigException {
    assertEquals(
        1, Reading.config("&a\n<<: *a\nstartDelaySeconds: 1\n").timing().startDelaySeconds());
  }

  @Test
  void aListThatHoldsItselfIsAWrongType() {
    assertEquals(
        "f.yml:1:8: rules[0]: found a list, expected a mapping; write 'key: value' lines, indented alike",
        Reading.error("rules: &r [*r]"));
  }

  @Test
  void aByteOrderMarkShiftsNoColumn() {
    assertEquals(Reading.error("rules:"), Reading.error("\uFEFFrules:"));
  }

  @Test
  void aByteThatIsNotUtf8IsRefusedWhereItStands() {
    byte[] latin1 = "a: b\nx: é\r\ny: ü".getBytes(StandardCharsets.ISO_8859_1);
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () -> new ConfigReader(false, name -> null).read("f.yml", latin1));
    assertEquals(
        "f.yml:2:4: found the byte 0xE9, which is not UTF-8, expected text in UTF-8; save the file as UTF-8",
        e.getMessage());
  }

  @Test
  void aTruncatedCharacterIsRefused() {
    byte[] truncated = {'a', ':', ' ', (byte) 0xE2, (byte) 0x82};
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () -> new ConfigReader(false, name -> null).read("f.yml", truncated));
    assertEquals(
        "f.yml:1:4: found the byte 0xE2, which is not UTF-8, expected text in UTF-8; save the file as UTF-8",
        e.getMessage());
  }

  @Test
  void aControlCharacterIsRefusedWhereItStands() {
    assertEquals(
        "f.yml:3:5: found the character U+0000, expected only printable characters; remove it or write it as"
            + " \"\\u0000\" in double quotes",
        Reading.error("a: 1\r\nb: 2\rc: \uD83D\uDE00\u0000"));
  }
}
