package io.brokerscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.kafka.SeriesValues.SeriesKey;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reading a broker past JMX gives what JMX gives. jmx_exporter, an independent program that knows
 * no short cut, reads the same JVM after clients have used it while our agent scraped; with the
 * clients gone every series must be the same, but for those that move by themselves.
 */
class ShortCutIT {

  /** How many values Yammer's histograms keep: with more, the reservoir is full. */
  private static final int RESERVOIR_SIZE = 1028;

  /** Enough to fill the reservoirs of all kinds of requests that the load sends. */
  private static final int ROUNDS_TO_FILL = RESERVOIR_SIZE + 72;

  private static final String LAST_PERCENTILE = "_999thPercentile";

  /** Of all series; more that move by themselves would leave too little to compare. */
  private static final double SHARE_AT_REST = 0.9;

  private static final int ROUNDS_OF_A_LOAD = 20;
  private static final int SCRAPED_LOADS = 5;
  private static final long PAUSE_MILLIS = 100;
  private static final int MOST_READINGS = 4;

  @TempDir static Path folder;

  private static TwoAgents agents;

  @BeforeAll
  static void startBrokerAndFillReservoirs() throws Exception {
    agents = TwoAgents.start(attributeRules(), folder);
    new Clients(agents.cluster()).createTopic(BrokerLoad.TOPIC, 1);
    try (BrokerLoad load = new BrokerLoad(agents.cluster().bootstrapServers())) {
      load.start(ROUNDS_TO_FILL).get();
    }
  }

  @AfterAll
  static void endBroker() {
    agents.close();
  }

  @Test
  void every_attribute_has_the_value_that_jmx_gives() throws Exception {
    agents.useRules(attributeRules(), "kafka_network_RequestMetrics_Count");
    loadWhileScraping();

    TwoAgents.Reading reading = readUnused(ShortCutIT::differences);

    assertEquals(List.of(), differences(reading));
    int all = reading.theirs().size() + reading.moving().size();
    assertTrue(
        reading.theirs().size() > SHARE_AT_REST * all,
        () -> reading.theirs().size() + " of " + all + " compared; moving: " + reading.moving());
    assertManyHaveValues(
        reading
            .theirs()
            .only(key -> key.name().endsWith(LAST_PERCENTILE))
            .keys()
            .map(key -> new SeriesKey(key.name().replace(LAST_PERCENTILE, "_Count"), key.labels()))
            .map(reading.theirs()::get)
            .filter(Objects::nonNull)
            .toList());
  }

  @Test
  void every_summary_has_the_values_of_the_attributes_it_is_made_of() throws Exception {
    agents.useRules(
        Path.of("config", "kafka-broker.yml"), "kafka_network_requestmetrics_totaltimems_count");
    loadWhileScraping();

    TwoAgents.Reading reading = readUnused(ShortCutIT::differencesOfSummaries);

    assertEquals(List.of(), differencesOfSummaries(reading));
    Set<String> families = summaries(reading.ours());
    SeriesValues expected = new SummaryOracle(reading).expected(families);
    assertTrue(families.size() > 10, families::toString);
    assertManyHaveValues(
        expected.only(key -> key.name().endsWith("_count")).keys().map(expected::get).toList());
  }

  @Test
  void every_histogram_is_read_past_jmx() throws Exception {
    agents.useRules(attributeRules(), "kafka_network_RequestMetrics_Count");

    String classes = agents.liveClasses("io.brokerscope.scrape");

    assertTrue(classes.contains("YammerHistogramReader"), classes);
    assertFalse(classes.contains("JmxHistogramReader"), classes);
  }

  /** Clients use the broker; each time they begin, our agent is scraped until they pause. */
  private static void loadWhileScraping() throws Exception {
    try (BrokerLoad load = new BrokerLoad(agents.cluster().bootstrapServers())) {
      for (int i = 0; i < SCRAPED_LOADS; i++) {
        Future<?> running = load.start(ROUNDS_OF_A_LOAD);
        do {
          agents.ours();
          Thread.sleep(PAUSE_MILLIS);
        } while (!running.isDone());
        running.get();
      }
    }
  }

  private static List<String> differences(TwoAgents.Reading reading) {
    SeriesValues ours = reading.ours().only(key -> !reading.moving().contains(key));
    return reading.theirs().differences(ours);
  }

  private static List<String> differencesOfSummaries(TwoAgents.Reading reading) {
    Set<String> families = summaries(reading.ours());
    SummaryOracle oracle = new SummaryOracle(reading);
    return oracle.expected(families).differences(oracle.comparable(reading.ours(), families));
  }

  /**
   * Waits until the last client's last request is counted, and reads until there is no difference,
   * a few times at most. Some figures of a broker that nobody uses leave their value for a moment,
   * so that only one of many readings shows it; what we read wrongly is wrong each time, as nothing
   * changes it any more.
   */
  private static TwoAgents.Reading readUnused(Function<TwoAgents.Reading, List<String>> differences)
      throws Exception {
    Await.until(
        "a second without requests of clients",
        () -> {
          SeriesValues before = clientRequests();
          Thread.sleep(1000);
          return before.differences(clientRequests());
        },
        List::isEmpty);
    TwoAgents.Reading reading = agents.read();
    for (int i = 1; i < MOST_READINGS && !differences.apply(reading).isEmpty(); i++) {
      reading = agents.read();
    }
    return reading;
  }

  private static SeriesValues clientRequests() throws Exception {
    Set<String> requests = Set.of("Produce", "Fetch", "OffsetCommit", "LeaveGroup", "Metadata");
    return agents
        .theirs()
        .only(
            key ->
                key.name().equals("kafka_network_RequestMetrics_Count")
                    && requests.contains(key.labels().getOrDefault("request", "")));
  }

  private static void assertManyHaveValues(List<Double> countsOfHistograms) {
    long moved = countsOfHistograms.stream().filter(count -> count > 0).count();
    long full = countsOfHistograms.stream().filter(count -> count > RESERVOIR_SIZE).count();
    assertTrue(moved >= 100, moved + " histograms compared that have values, expected 100 or more");
    assertTrue(full >= 50, full + " full histograms compared, expected 50 or more");
  }

  /** The names of all summaries on the page. */
  private static Set<String> summaries(SeriesValues page) {
    return page.keys()
        .map(SeriesKey::name)
        .filter(name -> name.endsWith("_sum"))
        .map(name -> name.substring(0, name.length() - "_sum".length()))
        .collect(Collectors.toSet());
  }

  private static Path attributeRules() throws URISyntaxException {
    return Path.of(ShortCutIT.class.getResource("yammer-attributes.yml").toURI());
  }
}
