package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.kafka.Await;
import io.brokerscope.packs.CommunityNames.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * config/METRICS.md is what live processes expose. {@code -Dcatalogue.write=true} writes it anew;
 * what a run found is in target/METRICS.md either way.
 */
class CatalogueIT {
  private static final Path COMMITTED = Path.of("config", "METRICS.md");
  private static final Path FOUND = Path.of("target", "METRICS.md");
  private static final String VERSION = System.getProperty("kafka.version");
  private static final Pack BROKER = new Pack("kafka-broker.yml");
  private static final double WANTED_SHARE = 0.95;

  /** What was found out about the plant at one moment. */
  private record Findings(
      List<PackCatalogue> packs, BrokerCoverage coverage, CommunityNames community) {

    private static Findings now() throws Exception {
      List<ProcessReading> readings = ProcessReading.ofPlant();
      List<PackCatalogue> packs = new ArrayList<>();
      for (Pack pack : Pack.all()) {
        packs.add(PackCatalogue.of(pack, ProcessReading.of(pack, readings)));
      }
      return new Findings(
          packs,
          BrokerCoverage.of(VERSION, BROKER, readings),
          CommunityNames.among(
              names(packs, Pack.Form.DEFAULT, readings), names(packs, Pack.Form.DEBUG, readings)));
    }

    private static Set<String> names(
        List<PackCatalogue> packs, Pack.Form form, List<ProcessReading> readings)
        throws IOException, InterruptedException {
      Set<String> names = new TreeSet<>();
      packs.forEach(pack -> names.addAll(pack.names(form)));
      for (ProcessReading reading : readings) {
        reading.process().page().samples().stream()
            .map(Sample::name)
            .filter(name -> !name.startsWith("kafka_"))
            .forEach(names::add);
      }
      return names;
    }

    private String text() throws IOException {
      String text = CatalogueText.of(packs, VERSION, coverage, community);
      Files.writeString(FOUND, text);
      return text;
    }
  }

  /** Some MBeans appear only when clients have done this or that, so a difference may go away. */
  @Test
  void the_catalogue_is_what_live_processes_expose() throws Exception {
    if (Boolean.getBoolean("catalogue.write")) {
      write();
    }
    String committed = Files.readString(COMMITTED);

    Await.until(
        COMMITTED + " to say what live processes expose (" + FOUND + ", or write it anew)",
        () -> CatalogueFile.differences(committed, Findings.now().text()),
        String::isEmpty);
  }

  @Test
  void every_attribute_of_a_broker_is_exposed_or_left_out_for_a_reason() throws Exception {
    BrokerCoverage coverage = Findings.now().coverage();
    System.out.println(CatalogueText.summary(VERSION, coverage));

    assertTrue(coverage.byDefault().size() > 100, () -> "found " + coverage.byDefault());
    assertEquals(
        List.of(),
        coverage.unexplained(),
        "neither exposed by " + BROKER.name() + " nor explained in " + BrokerCoverage.REASONS);
  }

  @Test
  void community_boards_find_their_names() throws Exception {
    CommunityNames names = Findings.now().community();
    System.out.println(CatalogueText.summary(names));

    assertEquals(List.of(), names.in(Place.UNEXPLAINED), "neither exposed nor explained");
    assertEquals(List.of(), names.in(Place.WRONGLY_MISSING), "exposed although the list says no");
    assertTrue(names.share() >= WANTED_SHARE, () -> CatalogueText.summary(names));
  }

  @Test
  void every_pack_runs_somewhere() throws Exception {
    List<Pack> running = new ArrayList<>();
    for (LiveProcess process : LivePlant.running().processes()) {
      running.add(Pack.usedBy(process).pack());
    }

    assertEquals(List.of(), Pack.all().stream().filter(pack -> !running.contains(pack)).toList());
  }

  /** Waits until the plant has warmed up: two findings in a row say the same. */
  private static void write() throws Exception {
    String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    List<String> found = new ArrayList<>(List.of(Findings.now().text()));
    Await.until(
        "two findings that agree",
        () -> {
          found.add(Findings.now().text());
          return CatalogueFile.differences(
              found.get(found.size() - 2), found.get(found.size() - 1));
        },
        String::isEmpty);
    Files.writeString(COMMITTED, CatalogueFile.settled(committed, found.get(found.size() - 1)));
  }
}
