package io.brokerscope.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of alerts/runbooks.
 *
 * @param alert the file's name without .md
 */
record Runbook(String alert, String text) {

  private static final Pattern FENCE =
      Pattern.compile("(?ms)^ *(?:\\d\\. )?```(\\w+)\n(.*?)^ *```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
  private static final Pattern COMMAND = Pattern.compile("\\bkafka-[a-z-]+\\.sh\\b[^\n`|>;&]*");

  static List<Runbook> all() throws IOException {
    List<Runbook> runbooks = new ArrayList<>();
    try (Stream<Path> files = Files.list(ShippedFiles.RUNBOOKS)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        runbooks.add(new Runbook(name.replaceFirst("\\.md$", ""), Files.readString(file)));
      }
    }
    return runbooks;
  }

  /** First line without the mark of a title. */
  String title() {
    return text.lines().findFirst().orElse("").replaceFirst("^# ", "");
  }

  /** Text by heading, in the file's order. */
  Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    String[] parts = text.split("(?m)^## ", -1);
    for (int i = 1; i < parts.length; i++) {
      String[] headingAndText = parts[i].split("\n", 2);
      sections.put(headingAndText[0], headingAndText[1].strip());
    }
    return sections;
  }

  /** The PromQL expressions, one from each line of a promql block. */
  List<String> expressions() {
    return blocks("promql").stream().flatMap(List::stream).toList();
  }

  /** The lines of each block that somebody copies into a shell. */
  List<List<String>> shellBlocks() {
    return blocks("sh");
  }

  private List<List<String>> blocks(String language) {
    return FENCE
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2).lines())
        .map(lines -> lines.map(String::strip).filter(line -> !line.isEmpty()).toList())
        .toList();
  }

  /** All but commands: prose, what is in backticks there, and PromQL. */
  String withoutShell() {
    return FENCE.matcher(text).replaceAll(block -> block.group(1).equals("sh") ? "" : "$0");
  }

  /** Calls of Kafka's own tools, up to the end of the line or of the call. */
  List<String> commands() {
    return COMMAND.matcher(text).results().map(match -> match.group().strip()).toList();
  }

  List<String> links() {
    return LINK.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
