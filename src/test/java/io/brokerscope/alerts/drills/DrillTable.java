package io.brokerscope.alerts.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the drills gave, as the table of alerts/README.md. */
final class DrillTable {
  private static final Path README = Path.of("alerts", "README.md");

  private static final String HEADER =
      "| drill | expected | received | told after, s | over after, s |\n|---|---|---|---|---|\n";

  private final List<Drill> drills = new ArrayList<>();

  Drill add(Drill drill) {
    drills.add(drill);
    return drill;
  }

  /** Prints it, and writes it into the file if that is asked for. */
  void print() throws IOException {
    String table =
        HEADER + drills.stream().map(Drill::row).collect(Collectors.joining("\n", "", "\n"));
    System.err.println(table);
    if (Boolean.getBoolean("drills.write")) {
      String readme = Files.readString(README);
      Pattern rows = Pattern.compile(Pattern.quote(HEADER) + "(\\|.*\n)*");
      Files.writeString(README, rows.matcher(readme).replaceFirst(table));
    }
  }
}
