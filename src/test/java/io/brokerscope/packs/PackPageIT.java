package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.kafka.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The page of each live process: what its MBeans and its pack say, once, and well formed. */
class PackPageIT {

  @Test
  void a_page_shows_what_the_pack_says_of_the_mbeans() throws Exception {
    for (LiveProcess process : LivePlant.running().processes()) {
      List<String> differences =
          Await.until(
              "the page of " + process.name() + " to be what its MBeans and its pack say",
              () -> differences(process),
              List::isEmpty);
      assertEquals(List.of(), differences);
    }
  }

  @Test
  void a_page_shows_the_values_that_the_mbeans_have() throws Exception {
    for (LiveProcess process : LivePlant.running().processes()) {
      PageValues values = new PageValues(process);

      Await.until(
          "each metric of " + process.name() + " to have a value of its MBean",
          values::look,
          looked -> looked.wrong().isEmpty());

      assertAbove(5, values.proven());
    }
  }

  @Test
  void no_series_comes_twice() throws Exception {
    for (LiveProcess process : LivePlant.running().processes()) {
      Set<SeriesId> seen = new HashSet<>();
      List<SeriesId> repeated =
          process.page().samples().stream().map(SeriesId::of).filter(id -> !seen.add(id)).toList();

      assertEquals(List.of(), repeated, process.name());
    }
  }

  @Test
  void no_series_and_no_mbean_is_dropped() throws Exception {
    for (LiveProcess process : LivePlant.running().processes()) {
      MetricsPage page = process.page();
      List<Sample> dropped = page.named("brokerscope_series_dropped");

      assertTrue(dropped.size() > 1, process.name());
      assertEquals(
          List.of(),
          dropped.stream().filter(sample -> isFault(sample) && sample.value() != 0).toList(),
          process.name());
    }
  }

  @Test
  void promtool_reads_each_page_and_finds_nothing_that_has_no_reason() throws Exception {
    PromtoolLint promtool = PromtoolLint.orSkip();
    Set<String> findings = new TreeSet<>();
    for (LiveProcess process : LivePlant.running().processes()) {
      findings.addAll(promtool.findings(body(process.metrics())));
    }

    assertEquals("", String.join("\n", AcceptedFindings.read().missingFor(findings)));
  }

  /** A counter that Kafka lets fall below zero is no fault of a rule. */
  private static boolean isFault(Sample dropped) {
    return !"invalid_value".equals(dropped.labels().get("reason"));
  }

  /** MBeans come and go, so only what is there before and after the page must be on it. */
  private static List<String> differences(LiveProcess process) throws Exception {
    Set<SeriesId> before = decided(process);
    Set<SeriesId> page = new HashSet<>();
    process.page().samples().forEach(sample -> page.add(SeriesId.of(sample)));
    Set<SeriesId> after = decided(process);

    List<String> differences = new ArrayList<>();
    before.stream()
        .filter(series -> after.contains(series) && !page.contains(series))
        .forEach(series -> differences.add("not on the page: " + series));
    page.stream()
        .filter(series -> series.name().startsWith("kafka_"))
        .filter(series -> !before.contains(series) && !after.contains(series))
        .forEach(series -> differences.add("only on the page: " + series));
    return differences;
  }

  private static Set<SeriesId> decided(LiveProcess process) throws Exception {
    ProcessReading reading = ProcessReading.of(process);
    return reading.series(reading.use().form());
  }

  private static byte[] body(URI address) throws Exception {
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, response.statusCode(), address.toString());
    return response.body();
  }
}
