package io.brokerscope.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.config.MonitorConfig.Collect;
import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.kafka.Await;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Brokers are killed, and one hangs, under a monitor that goes at its default pace of looking at
 * brokers.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokerFailureIT {
  private static final Duration BROKERS_INTERVAL = Duration.ofSeconds(5);
  private static final double LONGEST_UNTIL_DOWN_SECONDS = 15;
  private static final double QUICK_SCRAPE_SECONDS = 0.1;

  private static final String OPERATION = "describe_cluster";
  private static final Map<String, String> READERS = Map.of("consumergroup", "readers");
  private static final Map<String, String> ORDERS = Map.of("topic", "orders", "partition", "0");

  private static ThreeBrokers brokers;
  private static KafkaNode victim;
  private static Map<String, String> ofVictim;
  private static MonitorFixture monitor;
  private static SteadyScrapes scrapes;

  @BeforeAll
  static void start() throws Exception {
    brokers = ThreeBrokers.start().withLagOfSixty("readers", System.currentTimeMillis());
    monitor = new MonitorFixture(atDefaultPace());
    monitor.await("kafka_consumergroup_group_sum_lag", READERS, lag -> lag == 60);
    // Not the controller: whether a broker lives is what the next one would have to find out anew.
    double controller = monitor.await("kafka_cluster_controller_id", Map.of(), id -> id > 0);
    int id = controller == 3 ? 2 : 3;
    victim = brokers.cluster().nodes().get(id - 1);
    ofVictim = Map.of("broker", Integer.toString(id));
    scrapes = SteadyScrapes.of(monitor);
  }

  private static MonitorConfig atDefaultPace() {
    MonitorConfig config = TestConfig.of(brokers.bootstrapServers());
    return new MonitorConfig(
        config.clients(),
        config.listen(),
        new Collect(
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            BROKERS_INTERVAL,
            10,
            Duration.ofHours(1)),
        config.choice(),
        config.lag(),
        config.canary());
  }

  @AfterAll
  static void end() {
    monitor.close();
    brokers.close();
  }

  @Test
  @Order(1)
  void a_killed_broker_is_down_within_15_seconds() throws Exception {
    long killedNanos = System.nanoTime();
    victim.kill();

    assertDownSoonAfter(killedNanos);
  }

  @Test
  @Order(2)
  void the_rest_of_the_cluster_is_still_told() throws Exception {
    monitor.awaitWholeCycle();
    MetricsPage page = monitor.metrics();

    assertEquals(1, page.value("kafka_up"));
    assertEquals(2, page.value("kafka_brokers"));
    monitor.await("kafka_consumergroup_group_sum_lag", READERS, lag -> lag == 60);
    monitor.await("kafka_topic_partition_under_replicated_partition", ORDERS, value -> value == 1);
  }

  @Test
  @Order(3)
  void it_comes_back_when_it_is_started_again() throws Exception {
    victim.start(List.of());
    victim.awaitStarted();

    monitor.await("kafka_broker_up", ofVictim, up -> up == 1);
    monitor.await("kafka_topic_partition_under_replicated_partition", ORDERS, value -> value == 0);
  }

  /** Its connections stay open, so clients that ask it learn nothing until they give up. */
  @Test
  @Order(4)
  void a_broker_that_hangs_is_down_as_soon_and_the_rest_is_told() throws Exception {
    long hungNanos = System.nanoTime();
    victim.hang();
    try {
      assertDownSoonAfter(hungNanos);
      monitor.awaitWholeCycle();
      assertEquals(1, monitor.value("kafka_up", Map.of()));
      monitor.await("kafka_consumergroup_group_sum_lag", READERS, lag -> lag == 60);
    } finally {
      victim.goOn();
    }
    monitor.await("kafka_broker_up", ofVictim, up -> up == 1);
  }

  private static void assertDownSoonAfter(long nanos) throws Exception {
    monitor.await("kafka_broker_up", ofVictim, up -> up == 0);
    double seconds = (System.nanoTime() - nanos) / 1e9;
    assertTrue(seconds <= LONGEST_UNTIL_DOWN_SECONDS, seconds + " s until kafka_broker_up was 0");
  }

  @Test
  @Order(5)
  void without_any_broker_the_cluster_is_down_and_all_brokers_are() throws Exception {
    for (KafkaNode node : brokers.cluster().nodes()) {
      node.kill();
    }

    monitor.await("kafka_up", Map.of(), up -> up == 0);
    MetricsPage page = monitor.metrics();
    assertEquals(
        List.of(0.0, 0.0, 0.0),
        page.named("kafka_broker_up").stream().map(MetricsPage.Sample::value).toList());
    assertEquals(200, monitor.get("/-/healthy").statusCode());
    assertEquals(200, monitor.get("/-/ready").statusCode());
  }

  @Test
  @Order(6)
  void figures_that_are_too_old_are_not_shown() throws Exception {
    monitor.awaitGone("kafka_consumergroup_lag", READERS);
  }

  @Test
  @Order(7)
  void all_is_back_when_the_brokers_are() throws Exception {
    for (KafkaNode node : brokers.cluster().nodes()) {
      node.start(List.of());
    }
    for (KafkaNode node : brokers.cluster().nodes()) {
      node.awaitStarted();
    }

    monitor.await("kafka_up", Map.of(), up -> up == 1);
    monitor.await("kafka_brokers", Map.of(), count -> count == 3);
    monitor.await("kafka_consumergroup_group_sum_lag", READERS, lag -> lag == 60);
  }

  @Test
  @Order(8)
  void an_error_that_lasts_is_logged_once() throws Exception {
    // Told when nothing has failed for ten seconds.
    Await.until(
        "describe_cluster works again",
        monitor::log,
        log -> lastOf(log, OPERATION).equals(OPERATION + " works again"));

    List<String> ofOperation =
        monitor.log().stream().filter(line -> line.startsWith(OPERATION)).toList();
    long failing = ofOperation.stream().filter(line -> line.contains("TimeoutException")).count();
    long over = ofOperation.stream().filter(line -> line.endsWith("works again")).count();
    assertTrue(failing >= 1 && failing <= over, ofOperation.toString());
  }

  private static String lastOf(List<String> log, String operation) {
    return log.stream()
        .filter(line -> line.startsWith(operation))
        .reduce("", (before, line) -> line);
  }

  /** Through all of the above; one in twenty is left to a machine that starts brokers meanwhile. */
  @Test
  @Order(9)
  void scrapes_went_on_and_were_quick() throws Exception {
    List<Double> seconds = scrapes.end();

    long slow = seconds.stream().filter(each -> each > QUICK_SCRAPE_SECONDS).count();
    assertTrue(seconds.size() > 100, seconds.size() + " scrapes");
    assertTrue(slow <= seconds.size() / 20, slow + " of " + seconds.size() + " were slow");
    System.err.printf(
        "%d scrapes while brokers died and came back, the slowest took %.3f s%n",
        seconds.size(), Collections.max(seconds));
  }
}
