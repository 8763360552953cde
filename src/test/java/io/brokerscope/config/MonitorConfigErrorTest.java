package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole messages, about the lines after the first, which has the least that a file needs. */
class MonitorConfigErrorTest {
  private static final String NO_SERVERS =
      "kafka: found no bootstrap.servers, expected addresses of brokers; write 'bootstrap.servers: host:9092'"
          + " below kafka";

  @ParameterizedTest
  @MethodSource({"unknownKeys", "wrongTypes", "badTexts", "contradictions"})
  void theMessageSaysWhereWhatAndWhatElse(String yaml, String message) {
    assertEquals("m.yml:" + message, MonitorReading.error(MonitorReading.LEAST + yaml));
  }

  static Stream<Arguments> unknownKeys() {
    return Stream.of(
        arguments("Collect: {}", "2:1: unknown key 'Collect', did you mean 'collect'?"),
        arguments(
            "metrics: {}",
            "2:1: unknown key 'metrics', expected one of kafka, admin, producer, consumer, listen, collect,"
                + " topics, groups, lag, canary"),
        arguments(
            "collect:\n  interval_seconds: 5",
            "3:3: collect: unknown key 'interval_seconds', did you mean 'intervalSeconds'?"),
        arguments(
            "topics: {states: []}",
            "2:10: topics: unknown key 'states', expected one of include, exclude"),
        arguments(
            "groups: {exlude: x}", "2:10: groups: unknown key 'exlude', did you mean 'exclude'?"),
        arguments("lag: {second: true}", "2:7: lag: unknown key 'second', did you mean 'seconds'?"),
        arguments(
            "canary: {topics: t}", "2:10: canary: unknown key 'topics', did you mean 'topic'?"));
  }

  static Stream<Arguments> wrongTypes() {
    String flag = "expected a boolean; write true or false, without quotes";
    String text =
        "expected a string; write a text, in quotes if it looks like a number, boolean or date";
    String mapping = "expected a mapping; write 'key: value' lines, indented alike";
    return Stream.of(
        arguments("listen: 9308", "2:9: listen: found the integer '9308', " + text),
        arguments("listen:", "2:8: listen: found nothing, " + text),
        arguments("collect: 5", "2:10: collect: found the integer '5', " + mapping),
        arguments("topics: a", "2:9: topics: found the string 'a', " + mapping),
        arguments("groups: []", "2:9: groups: found a list, " + mapping),
        arguments("lag: true", "2:6: lag: found the boolean 'true', " + mapping),
        arguments("canary: on", "2:9: canary: found the boolean 'on', " + mapping),
        arguments("topics: {include: 1}", "2:19: topics.include: found the integer '1', " + text),
        arguments("topics: {exclude: }", "2:18: topics.exclude: found nothing, " + text),
        arguments("groups: {include: []}", "2:19: groups.include: found a list, " + text),
        arguments("groups: {exclude: no}", "2:19: groups.exclude: found the boolean 'no', " + text),
        arguments(
            "groups: {states: Stable}",
            "2:18: groups.states: found the string 'Stable', expected a list; write '- item' lines below the"
                + " key, or [] for an empty list"),
        arguments(
            "groups: {states: [1]}", "2:19: groups.states[0]: found the integer '1', " + text),
        arguments("lag: {granularity: 1}", "2:20: lag.granularity: found the integer '1', " + text),
        arguments("lag: {seconds: 'no'}", "2:16: lag.seconds: found the string 'no', " + flag),
        arguments("canary: {enabled: 1}", "2:19: canary.enabled: found the integer '1', " + flag),
        arguments(
            "canary: {manageTopic: x}", "2:23: canary.manageTopic: found the string 'x', " + flag),
        arguments("canary: {reassign: }", "2:19: canary.reassign: found nothing, " + flag),
        arguments("canary: {topic: 1}", "2:17: canary.topic: found the integer '1', " + text),
        arguments("canary: {instance: 1}", "2:20: canary.instance: found the integer '1', " + text),
        arguments(
            "- a",
            "2:1: found broken YAML (while parsing a block mapping), expected YAML 1.1; check"
                + " indentation, quotes and brackets here and just above"));
  }

  static Stream<Arguments> badTexts() {
    String regex =
        ", expected a Java regular expression; correct it there, or escape the character with a backslash";
    String name =
        "expected 1 to 249 letters, digits, '.', '_' or '-'; it is a name in Kafka, or a part of one; write it"
            + " without other characters";
    return Stream.of(
        arguments(
            "topics: {include: 'a(b'}",
            "2:19: topics.include: found 'a(b' (Unclosed group at index 3)" + regex),
        arguments(
            "topics: {exclude: '*'}",
            "2:19: topics.exclude: found '*' (Dangling meta character '*' at index 0)" + regex),
        arguments(
            "groups: {include: '${ZONE}['}",
            "2:19: groups.include: found 'eu-1[' (Unclosed character class at index 4)" + regex),
        arguments(
            "groups: {exclude: '${NOT_SET}'}",
            "2:19: groups.exclude: found ${NOT_SET}, expected an environment variable that is set; set it or"
                + " write ${NOT_SET:-default}"),
        arguments(
            "groups: {states: [Stable, stable]}",
            "2:27: groups.states[1]: found the string 'stable', expected one of Stable, Empty,"
                + " PreparingRebalance, CompletingRebalance, Assigning, Reconciling, NotReady, Dead; did you"
                + " mean Stable?"),
        arguments(
            "lag: {granularity: member}",
            "2:20: lag.granularity: found the string 'member', expected one of partition, topic, group; write"
                + " one of these"),
        arguments("canary: {topic: 'a b'}", "2:17: canary.topic: found the string 'a b', " + name),
        arguments("canary: {topic: ''}", "2:17: canary.topic: found the string '', " + name),
        arguments("canary: {topic: ..}", "2:17: canary.topic: found the string '..', " + name),
        arguments(
            "canary: {instance: a/b}", "2:20: canary.instance: found the string 'a/b', " + name));
  }

  static Stream<Arguments> contradictions() {
    String timeout =
        "expected less than the %d of intervalSeconds; a step of a cycle must not outlast the cycle, so lower this"
            + " or raise that";
    return Stream.of(
        arguments(
            "collect: {intervalSeconds: 10, timeoutSeconds: 10}",
            "2:48: collect.timeoutSeconds: found 10, " + timeout.formatted(10)),
        arguments(
            "collect: {timeoutSeconds: 31}",
            "2:27: collect.timeoutSeconds: found 31, " + timeout.formatted(30)),
        arguments(
            "collect:\n  intervalSeconds: 5",
            "3:3: collect.timeoutSeconds: found 10, " + timeout.formatted(5)),
        arguments(
            "canary: {endToEndSlaSeconds: 4}",
            "2:30: canary.endToEndSlaSeconds: found 4, expected at least the 5 of produceSlaSeconds; a message is"
                + " on its way until it is received, so give it as long as sending may take, or more"));
  }

  @ParameterizedTest
  @CsvSource({
    "collect, intervalSeconds, 1, 2147483",
    "collect, timeoutSeconds, 1, 2147483",
    "collect, brokersIntervalSeconds, 1, 2147483",
    "collect, logDirsEvery, 1, 2147483647",
    "collect, rememberBrokersSeconds, 0, 2147483",
    "groups, idleMaxSeconds, 0, 2147483",
    "lag, ignoreBelow, 0, 9223372036854775807",
    "lag, statusIntervals, 3, 2147483647",
    "lag, statusAllowedLag, 0, 9223372036854775807",
    "canary, replicationFactor, 1, 32767",
    "canary, intervalSeconds, 1, 2147483",
    "canary, commitIntervalSeconds, 1, 2147483",
    "canary, produceSlaSeconds, 1, 2147483",
    "canary, endToEndSlaSeconds, 1, 2147483",
    "canary, commitSlaSeconds, 1, 2147483"
  })
  void numbersHaveARangeAndNoOtherType(String section, String key, long min, String max) {
    for (String found : new String[] {"'5'", Long.toString(min - 1), max + "0", "1.5", "[]", ""}) {
      String yaml = section + ":\n  " + key + ": " + found;
      String message = MonitorReading.error(MonitorReading.LEAST + yaml);
      assertEquals(
          section
              + "."
              + key
              + ": expected an integer from "
              + min
              + " to "
              + max
              + "; write digits, without quotes",
          message.replaceFirst("m\\.yml:3:\\d+: ", "").replaceFirst(": found .*?,", ":"),
          message);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        ":9308",
        "localhost:",
        "localhost:0",
        "localhost:65536",
        "localhost:123456",
        "::1:9308",
        "[]:9308",
        "[::1]",
        "[host]:9308",
        "ho st:9308",
        "http://host:9308",
        "host:9308/metrics"
      })
  void anythingButHostAndPortIsNoListenAddress(String listen) {
    assertEquals(
        "m.yml:2:9: listen: found the string '"
            + listen
            + "', expected host:port with a port from 1 to 65535; write it like '0.0.0.0:9308', or"
            + " '[::]:9308' in quotes for IPv6",
        MonitorReading.error(MonitorReading.LEAST + "listen: '" + listen + "'"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1:1",
    "'# nothing', 1:1",
    "'listen: ''a:1''', 1:1",
    "'admin: {bootstrap.servers: ''a:1''}', 1:1",
    "'kafka:', 1:7",
    "'kafka: {}', 1:8",
    "'kafka: {client.rack: a}', 1:8",
    "'kafka: {bootstrap.servers: '' ''}', 1:8",
    "'kafka: {bootstrap.servers: ''${EMPTY}''}', 1:8"
  })
  void brokersMustBeNamed(String yaml, String location) {
    assertEquals("m.yml:" + location + ": " + NO_SERVERS, MonitorReading.error(yaml));
  }

  @Test
  void aFileThatIsNoMappingIsRefused() {
    assertEquals(
        "m.yml:1:1: found a list, expected a mapping; write 'key: value' lines, indented alike",
        MonitorReading.error("- a"));
  }

  @Test
  void aSecondTopLevelKeyIsRefused() {
    assertEquals(
        "m.yml:3:1: lag: found the key a second time, expected it once; remove it here or in line 2",
        MonitorReading.error(MonitorReading.LEAST + "lag: {}\nlag: {}"));
  }
}
