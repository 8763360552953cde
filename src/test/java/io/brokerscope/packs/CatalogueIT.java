package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.kafka.Await;
import io.brokerscope.packs.CommunityNames.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * config/METRICS.md is what live processes expose. {@code -Dcatalogue.write=true} writes it anew;
 * what a run found is in target/METRICS.md either way.
 */
class CatalogueIT {
  private static final Path COMMITTED = Path.of("config", "METRICS.md");
  private static final Path FOUND = Path.of("target", "METRICS.md");
  private static final double WANTED_SHARE = 0.95;

  /** Some MBeans appear only when clients have done this or that, so a difference may go away. */
  /** One reading for all that does not wait for another, as it takes a quarter of a minute. */
  private static CatalogueFindings findings;

  @BeforeAll
  static void readThePlant() throws Exception {
    findings = CatalogueFindings.now();
  }

  @Test
  void the_catalogue_is_what_live_processes_expose() throws Exception {
    if (Boolean.getBoolean("catalogue.write")) {
      write();
    }
    String committed = Files.readString(COMMITTED);

    Await.until(
        COMMITTED + " to say what live processes expose (" + FOUND + ", or write it anew)",
        () -> CatalogueFile.differences(committed, found()),
        String::isEmpty);
  }

  @Test
  void every_attribute_of_a_broker_is_exposed_or_left_out_for_a_reason() {
    BrokerCoverage coverage = findings.coverage();
    System.out.println(CatalogueText.summary(coverage));

    assertTrue(coverage.byDefault().size() > 100, () -> "found " + coverage.byDefault());
    assertEquals(
        List.of(),
        coverage.unexplained(),
        "neither exposed nor explained in " + BrokerCoverage.REASONS);
  }

  @Test
  void every_reason_to_leave_something_out_is_needed() throws Exception {
    Await.until(
        "each pattern of " + BrokerCoverage.REASONS + " to match something that is left out",
        () -> CatalogueFindings.now().coverage().idleReasons(),
        List::isEmpty);
  }

  @Test
  void community_boards_find_their_names() {
    CommunityNames names = findings.community();
    System.out.println(CatalogueText.summary(names));

    assertEquals(
        List.of(),
        names.in(Place.UNEXPLAINED),
        "the rules of the board's process neither expose nor explain");
    assertEquals(List.of(), names.in(Place.WRONGLY_MISSING), "exposed although the list says no");
    assertTrue(names.share(names.found()) >= WANTED_SHARE, () -> CatalogueText.summary(names));
  }

  @Test
  void every_pack_runs_somewhere() throws Exception {
    List<Pack> running = new ArrayList<>();
    for (LiveProcess process : LivePlant.running().processes()) {
      running.add(Pack.usedBy(process).pack());
    }

    assertEquals(List.of(), Pack.all().stream().filter(pack -> !running.contains(pack)).toList());
  }

  private static String found() throws Exception {
    String text = CatalogueText.of(CatalogueFindings.now());
    Files.writeString(FOUND, text);
    return text;
  }

  /** Waits until the plant has warmed up: two findings in a row say the same. */
  private static void write() throws Exception {
    String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    List<String> found = new ArrayList<>(List.of(found()));
    Await.until(
        "two findings that agree",
        () -> {
          found.add(found());
          return CatalogueFile.differences(
              found.get(found.size() - 2), found.get(found.size() - 1));
        },
        String::isEmpty);
    Files.writeString(COMMITTED, CatalogueFile.settled(committed, found.get(found.size() - 1)));
  }
}
