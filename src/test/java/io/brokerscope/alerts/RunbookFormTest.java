package io.brokerscope.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runbooks look alike, so that at three in the morning nobody has to search. */
class RunbookFormTest {
  private static final List<String> HEADINGS =
      List.of(
          "What users feel", "Confirm", "Likely causes", "What to do", "Unsafe", "Recovered when");

  private static final Pattern BOARDS = Pattern.compile("Board: ([^.\n]*)");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** What changes the cluster, or cannot be undone. */
  private static final Pattern ACT =
      Pattern.compile(
          "--(?:execute|alter|cancel|delete|election-type)\\b"
              + "|\\b(?:format|unregister|abort|systemctl|(?:add|remove)-controller)\\b");

  /** More is not read at night. */
  private static final int LONGEST = 65;

  private static List<Runbook> runbooks;

  @BeforeAll
  static void readRunbooks() throws IOException {
    runbooks = Runbook.all();
    assertFalse(runbooks.isEmpty(), "no runbook in " + ShippedFiles.RUNBOOKS);
  }

  @Test
  void theTitleIsTheAlertsName() {
    assertNoneOf(book -> book.title().equals(book.alert()) ? List.of() : List.of(book.title()));
  }

  @Test
  void theNameIsWrittenLikeAnAlert() {
    assertNoneOf(
        book ->
            book.alert().matches("Watchdog|Kafka([A-Z][a-z0-9]*)+")
                ? List.of()
                : List.of(book.alert()));
  }

  @Test
  void theHeadingsAreTheSameInTheSameOrder() {
    assertNoneOf(
        book -> {
          List<String> found = List.copyOf(book.sections().keySet());
          return found.equals(HEADINGS) ? List.of() : found;
        });
  }

  @Test
  void noSectionIsEmpty() {
    assertNoneOf(
        book ->
            book.sections().entrySet().stream()
                .filter(section -> section.getValue().isEmpty())
                .map(section -> section.getKey() + " is empty")
                .toList());
  }

  @Test
  void boardsThatExistAreNamedToConfirm() throws Exception {
    Set<String> known = ShippedFiles.boards().keySet();
    assertNoneOf(
        book -> {
          List<String> boards =
              BOARDS
                  .matcher(book.sections().get("Confirm"))
                  .results()
                  .flatMap(line -> NAME.matcher(line.group(1)).results())
                  .map(name -> name.group(1))
                  .toList();
          return !boards.isEmpty() && known.containsAll(boards)
              ? List.of()
              : List.of("boards: " + boards);
        });
  }

  @Test
  void linksLeadToRunbooks() {
    assertNoneOf(
        book ->
            book.links().stream()
                .filter(link -> !Files.isRegularFile(ShippedFiles.RUNBOOKS.resolve(link)))
                .toList());
  }

  /** A block is copied as a whole: between a look and an act there is somebody who decides. */
  @Test
  void whatChangesTheClusterStandsAloneInItsBlock() {
    assertNoneOf(
        book ->
            book.shellBlocks().stream()
                .filter(lines -> lines.size() > 1)
                .flatMap(List::stream)
                .filter(line -> ACT.matcher(line).find())
                .toList());
  }

  @Test
  void noneIsTooLong() {
    assertNoneOf(
        book -> {
          long lines = book.text().lines().count();
          return lines > LONGEST ? List.of(lines + " lines") : List.of();
        });
  }

  private static void assertNoneOf(Function<Runbook, List<String>> findFaults) {
    List<String> faults = new ArrayList<>();
    for (Runbook runbook : runbooks) {
      faults.addAll(
          findFaults.apply(runbook).stream()
              .map(fault -> runbook.alert() + ": " + fault)
              .collect(Collectors.toList()));
    }
    assertEquals(List.of(), faults);
  }
}
