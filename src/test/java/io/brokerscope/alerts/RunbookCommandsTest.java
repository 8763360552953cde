package io.brokerscope.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runbooks call Kafka's tools with options that these have. */
class RunbookCommandsTest {
  private static final Path TOOLS =
      Path.of("src", "test", "resources", "io", "brokerscope", "alerts", "kafka-tools.txt");

  private static final Pattern OPTION = Pattern.compile("(?<=\\s)--[a-z][a-z.-]*");

  /** Of Kafka 3.x only, or without an option where they are named. */
  private static final Set<String> OLD_OPTIONS = Set.of("--zookeeper");

  private static final Set<String> ONLY_NAMED =
      Set.of("kafka-streams-application-reset.sh", "kafka-delete-records.sh");

  @Test
  void everyOptionExists() throws IOException {
    Map<String, Set<String>> tools = tools();
    Set<String> unknown = new TreeSet<>();
    for (Runbook runbook : Runbook.all()) {
      for (String command : runbook.commands()) {
        String tool = command.split("[\\s,:)]", 2)[0];
        Set<String> known = tools.getOrDefault(tool, Set.of());
        OPTION
            .matcher(command)
            .results()
            .map(match -> match.group())
            .filter(option -> !known.contains(option) && !OLD_OPTIONS.contains(option))
            .forEach(option -> unknown.add(runbook.alert() + ": " + tool + " " + option));
        if (!tools.containsKey(tool) && !ONLY_NAMED.contains(tool)) {
          unknown.add(runbook.alert() + ": " + tool);
        }
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void thoseThatTheIssueAsksForAreUsed() throws IOException {
    Set<String> used = new HashSet<>();
    for (Runbook runbook : Runbook.all()) {
      runbook.commands().forEach(command -> used.add(command.split("[\\s,:)]", 2)[0]));
    }
    List<String> asked =
        List.of(
            "kafka-topics.sh",
            "kafka-consumer-groups.sh",
            "kafka-configs.sh",
            "kafka-leader-election.sh",
            "kafka-reassign-partitions.sh",
            "kafka-metadata-quorum.sh",
            "kafka-log-dirs.sh",
            "kafka-dump-log.sh",
            "kafka-replica-verification.sh");
    assertTrue(used.containsAll(asked), () -> "used are only " + used);
  }

  private static Map<String, Set<String>> tools() throws IOException {
    Map<String, Set<String>> tools = new HashMap<>();
    for (String line : Files.readAllLines(TOOLS)) {
      if (!line.startsWith("#")) {
        List<String> words = Arrays.asList(line.split(" ", -1));
        tools.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
      }
    }
    return tools;
  }
}
