package io.brokerscope.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.cluster.MonitorProcess;
import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.ReferenceParser;
import io.brokerscope.exposition.Tool;
import io.brokerscope.kafka.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as it is shipped, with the configuration that is shipped, as a process of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonitorJarIT {
  /** These two names are kafka_exporter's, and boards and alerts know them. */
  private static final List<String> PROMTOOLS_DOUBTS =
      Stream.of("kafka_consumergroup_current_offset_sum", "kafka_consumergroup_lag_sum")
          .map(
              name ->
                  name + " non-histogram and non-summary metrics should not have \"_sum\" suffix")
          .toList();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;

  private static ThreeBrokers brokers;
  private static MonitorProcess monitor;

  @BeforeAll
  static void start() throws Exception {
    brokers = ThreeBrokers.start().withLagOfSixty("readers", System.currentTimeMillis());
    monitor = MonitorProcess.withShippedConfig(brokers.cluster());
    Await.until("it listens", monitor::standardError, text -> text.contains("metrics at http"));
    Await.until("the monitor is ready", () -> status("/-/ready"), status -> status == 200);
    Await.until(
        "the canary reads what it wrote",
        () -> page().value("kafka_canary_up", Map.of("check", "consume")).orElse(0),
        up -> up == 1);
  }

  @AfterAll
  static void end() throws Exception {
    brokers.close();
  }

  @Test
  @Order(1)
  void the_jar_holds_nothing_of_the_agent() throws Exception {
    try (JarFile jar = new JarFile(MonitorProcess.jar().toFile())) {
      assertEquals(
          List.of(),
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.matches("io/brokerscope/(agent|rules|scrape)/.+"))
              .toList());
    }
  }

  @Test
  @Order(2)
  void lag_is_told_with_the_labels_of_kafka_exporter() throws Exception {
    assertEquals(
        60,
        page()
            .value(
                "kafka_consumergroup_lag",
                Map.of("consumergroup", "readers", "topic", "orders", "partition", "0"))
            .orElse(Double.NaN));
  }

  @ParameterizedTest
  @Order(3)
  @CsvSource({"produce", "consume", "commit"})
  void the_canary_works_on_every_broker(String check) throws Exception {
    Await.until(
        check + " is up",
        () -> page().value("kafka_canary_up", Map.of("check", check)).orElse(0),
        up -> up == 1);
    Set<String> brokers =
        page().named("kafka_canary_messages_total").stream()
            .filter(sample -> sample.labels().get("outcome").equals("delivered"))
            .filter(sample -> sample.value() > 0)
            .map(sample -> sample.labels().get("broker"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(Set.of("1", "2", "3"), brokers);
  }

  @Test
  @Order(4)
  void promtool_finds_nothing_wrong_but_two_names() throws Exception {
    Optional<Tool> promtool = Tool.onPath("promtool").findFirst();
    assumeTrue(promtool.isPresent(), "No promtool on the PATH; Debian's package is prometheus.");

    Tool.Outcome outcome = promtool.get().run(scrape(Format.TEXT), "check", "metrics");

    List<String> ofOurs =
        outcome.output().lines().filter(line -> line.startsWith("kafka_")).sorted().toList();
    assertEquals(PROMTOOLS_DOUBTS, ofOurs, outcome.output());
    assertFalse(outcome.output().contains("error while linting"), outcome.output());
  }

  @ParameterizedTest
  @Order(5)
  @EnumSource(Format.class)
  void the_reference_parser_finds_every_sample(Format format) throws Exception {
    byte[] body = scrape(format);
    long lines = new String(body, UTF_8).lines().filter(line -> !line.startsWith("#")).count();

    assertEquals(lines, ReferenceParser.ofThisMachine().parse(body, format).samples().size());
  }

  @Test
  @Order(6)
  void the_page_tells_brokers_groups_and_canary() throws Exception {
    String html = get("/").body();

    for (String wanted :
        List.of(
            "127.0.0.1:" + brokers.cluster().nodes().get(0).ports().client(),
            "readers",
            "Canary")) {
      assertTrue(html.contains(wanted), wanted + " is not in " + html);
    }
  }

  @Test
  @Order(6)
  void readme_lists_every_metric_and_no_other() throws Exception {
    Await.until(
        "a status, which there is after ten cycles",
        () -> page().named("kafka_consumergroup_status").size(),
        count -> count > 0);
    Set<String> listed = ReadmeMetrics.listed();
    Set<String> told =
        new String(scrape(Format.TEXT), UTF_8)
            .lines()
            .filter(line -> line.startsWith("# TYPE kafka_"))
            .map(line -> line.split(" ", -1)[2])
            .collect(Collectors.toCollection(TreeSet::new));
    told.addAll(ReadmeMetrics.ONLY_AFTER_A_FAILURE);

    assertEquals(listed, told);
  }

  @Test
  @Order(7)
  void other_paths_are_not_found() throws Exception {
    assertEquals(404, status("/nowhere"));
  }

  @ParameterizedTest
  @Order(8)
  @ValueSource(
      strings = {"kafka: {bootstrap.server: x}\n", "kafka: {bootstrap.servers: x}\nlags: {}\n"})
  void a_wrong_configuration_ends_it_with_one_line(String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("wrong.yml"), yaml);

    MonitorProcess.End end = MonitorProcess.run(folder, file.toString());

    assertEquals(1, end.exitCode());
    assertEquals(1, end.standardError().lines().count(), end.standardError());
    assertTrue(end.standardError().contains("wrong.yml:"), end.standardError());
  }

  @Test
  @Order(9)
  void a_wrong_call_says_how_to_call_it() throws Exception {
    MonitorProcess.End end = MonitorProcess.run(folder);

    assertEquals(2, end.exitCode());
    assertTrue(
        end.standardError().contains("java -jar brokerscope-monitor.jar monitor.yml"),
        end.standardError());
  }

  @Test
  @Order(10)
  void a_taken_port_ends_it() throws Exception {
    MonitorProcess.End end = MonitorProcess.run(folder, monitor.configuration().toString());

    assertEquals(1, end.exitCode());
    assertTrue(end.standardError().contains("cannot start"), end.standardError());
  }

  @Test
  @Order(11)
  void asked_to_stop_it_leaves_no_group_behind() throws Exception {
    assertTrue(groups().stream().anyMatch(id -> id.startsWith("kafka-canary-")));

    monitor.stop();

    assertEquals(Set.of("readers"), groups());
  }

  private static Set<String> groups() throws Exception {
    return brokers.histories().admin().listGroups().all().get().stream()
        .map(GroupListing::groupId)
        .collect(Collectors.toSet());
  }

  private static MetricsPage page() throws Exception {
    return MetricsPage.fetch(monitor.address("/metrics"));
  }

  private static int status(String path) throws Exception {
    return get(path).statusCode();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI address = monitor.address(path);
    return CLIENT.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static byte[] scrape(Format format) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(monitor.address("/metrics"))
            .header("Accept", format.contentType())
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
  }
}
