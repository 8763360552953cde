package io.brokerscope.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.config.MonitorConfig.Granularity;
import io.brokerscope.config.MonitorConfig.Lag;
import io.brokerscope.demo.MetricsPage;
import io.brokerscope.kafka.Await;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lag in messages and in seconds, held against histories whose truth is known. */
class LagTruthIT {
  private static final long MINUTE = 60_000;
  private static final String LAG = "kafka_consumergroup_lag";
  private static final String SECONDS = "kafka_consumergroup_lag_seconds";

  private static ThreeBrokers brokers;
  private static Histories histories;
  private static MonitorFixture monitor;

  @BeforeAll
  static void start() throws Exception {
    brokers = ThreeBrokers.start();
    histories = brokers.histories();
    monitor = new MonitorFixture(TestConfig.of(brokers.bootstrapServers()));
  }

  @AfterAll
  static void end() throws Exception {
    monitor.close();
    brokers.close();
  }

  @Test
  void a_burst_a_pause_and_a_steady_flow_have_the_age_of_the_record_itself() throws Exception {
    long nowMillis = System.currentTimeMillis();
    histories.createTopic("rhythm", 1, Map.of());
    histories.write(
        "rhythm", LongStream.range(0, 500).map(i -> nowMillis - 100 * MINUTE + i).boxed().toList());
    histories.write(
        "rhythm",
        LongStream.range(0, 600).map(i -> nowMillis - 10 * MINUTE + i * 1_000).boxed().toList());
    histories.commit("in-the-flow", "rhythm", 506);
    histories.commit("in-the-burst", "rhythm", 250);
    histories.commit("caught-up", "rhythm", 1_100);

    assertLag("in-the-flow", "rhythm", 594);
    assertAge("in-the-flow", "rhythm", nowMillis - 10 * MINUTE + 6_000);
    assertLag("in-the-burst", "rhythm", 850);
    assertAge("in-the-burst", "rhythm", nowMillis - 100 * MINUTE + 250);
    assertLag("caught-up", "rhythm", 0);
    assertEquals(0, monitor.value(SECONDS, labels("caught-up", "rhythm")));
  }

  @Test
  void a_moving_consumer_has_the_age_of_what_it_has_not_committed() throws Exception {
    histories.createTopic("flow", 1, Map.of());
    List<Long> written = new ArrayList<>();
    List<Double> wrong = new ArrayList<>();
    for (int round = 0; round < 200; round++) {
      written.add(System.currentTimeMillis());
      histories.write("flow", written.subList(round, round + 1));
      if (round >= 50) {
        histories.commit("mover", "flow", round - 50);
      }
      if (round >= 100 && round % 10 == 0) {
        wrong.add(errorSeconds("mover", "flow", written));
      }
      Thread.sleep(100);
    }

    assertEquals(List.of(), wrong.stream().filter(seconds -> !(Math.abs(seconds) <= 1)).toList());
  }

  @Test
  void the_lag_of_a_stuck_consumer_grows_with_the_clock() throws Exception {
    long writtenMillis = System.currentTimeMillis() - 30_000;
    histories.createTopic("stuck", 1, Map.of());
    histories.write("stuck", List.of(writtenMillis, writtenMillis + 1));
    histories.commit("sleeper", "stuck", 0);
    assertAge("sleeper", "stuck", writtenMillis);
    double before = monitor.value(SECONDS, labels("sleeper", "stuck"));

    histories.write("stuck");

    monitor.await(SECONDS, labels("sleeper", "stuck"), value -> value > before + 3);
    assertAge("sleeper", "stuck", writtenMillis);
  }

  @Test
  void what_was_compacted_away_has_no_age() throws Exception {
    long nowMillis = System.currentTimeMillis();
    histories.createTopic(
        "compacted",
        1,
        Map.of(
            "cleanup.policy", "compact",
            "segment.ms", "1000",
            "min.cleanable.dirty.ratio", "0.001",
            "max.compaction.lag.ms", "1000"));
    histories.write("compacted", "first", nowMillis - 90 * MINUTE);
    for (int i = 0; i < 50; i++) {
      histories.write("compacted", "again", nowMillis - 80 * MINUTE + i);
    }
    long lastMillis = nowMillis - 5 * MINUTE;
    histories.write("compacted", "again", lastMillis);
    histories.commit("reader", "compacted", 1);
    // Only closed segments are compacted, and a segment is closed when the next record comes.
    Await.until(
        "only the last of the records of one key is left",
        () -> {
          histories.write("compacted", "new", System.currentTimeMillis());
          return histories.firstOffsetFrom("compacted", 1);
        },
        offset -> offset == 51);
    histories.commit("reader", "compacted", 2); // What was found of the other offset may be old.

    assertAge("reader", "compacted", lastMillis);
  }

  /** It has an offset and a time stamp, and brokers answer about it as about a record. */
  @Test
  void the_end_mark_of_a_transaction_is_lag_unless_that_is_ignored() throws Exception {
    histories.createTopic("marked", 1, Map.of());
    histories.writeInTransaction("marked");
    histories.commit("by-offset", "marked", 1);
    assertLag("by-offset", "marked", 1);
    Lag ignoringOne = new Lag(Granularity.PARTITION, 2, true, 10, 0);
    try (MonitorFixture ignoring =
        new MonitorFixture(
            TestConfig.with(TestConfig.of(brokers.bootstrapServers()), ignoringOne))) {

      ignoring.await(LAG, labels("by-offset", "marked"), lag -> lag == 0);
      assertEquals(0, ignoring.value(SECONDS, labels("by-offset", "marked")));
    }
  }

  @Test
  void what_retention_deleted_is_expired_and_not_lag() throws Exception {
    histories.createTopic("expiring", 1, Map.of());
    histories.write("expiring", Collections.nCopies(100, System.currentTimeMillis()));
    histories.commit("late", "expiring", 10);
    histories.deleteBefore("expiring", 50);

    assertLag("late", "expiring", 50);
    assertEquals(
        40, monitor.value("kafka_consumergroup_expired_messages", labels("late", "expiring")));
  }

  @Test
  void a_commit_beyond_the_end_is_no_negative_lag() throws Exception {
    histories.createTopic("short", 1, Map.of());
    histories.write("short");
    histories.commit("ahead", "short", 1_000);

    assertLag("ahead", "short", 0);
  }

  @Test
  void a_topic_made_again_starts_afresh() throws Exception {
    histories.createTopic("again", 1, Map.of());
    histories.write("again", Collections.nCopies(100, System.currentTimeMillis() - 60 * MINUTE));
    histories.commit("faithful", "again", 10);
    assertLag("faithful", "again", 90);
    histories.admin().deleteTopics(List.of("again")).all().get();
    monitor.awaitGone(LAG, labels("faithful", "again"));
    long writtenMillis = System.currentTimeMillis();
    histories.createTopic("again", 1, Map.of());
    histories.write("again", Collections.nCopies(100, writtenMillis));
    histories.commit("faithful", "again", 10);

    assertLag("faithful", "again", 90);
    assertAge("faithful", "again", writtenMillis);
  }

  @Test
  void a_deleted_group_is_gone_in_the_next_cycle() throws Exception {
    histories.createTopic("left", 1, Map.of());
    histories.write("left");
    histories.commit("leaver", "left", 0);
    assertLag("leaver", "left", 1);

    histories.admin().deleteConsumerGroups(List.of("leaver")).all().get();
    monitor.awaitWholeCycle();

    assertEquals(
        List.of(),
        monitor.metrics().samples().stream()
            .filter(sample -> "leaver".equals(sample.labels().get("consumergroup")))
            .toList());
  }

  /** How far the age is from the truth, in the cycle that a page is of. */
  private static double errorSeconds(String group, String topic, List<Long> writtenMillis)
      throws Exception {
    MetricsPage page = monitor.metrics();
    double committed =
        page.value("kafka_consumergroup_current_offset", labels(group, topic)).orElse(Double.NaN);
    double age = page.value(SECONDS, labels(group, topic)).orElse(Double.NaN);
    double now = page.value("kafka_monitor_snapshot_timestamp_seconds");
    return age - (now - writtenMillis.get((int) committed) / 1e3);
  }

  static Map<String, String> labels(String group, String topic) {
    return Map.of("consumergroup", group, "topic", topic, "partition", "0");
  }

  private static void assertLag(String group, String topic, long messages) throws Exception {
    monitor.await(LAG, labels(group, topic), value -> value == messages);
  }

  /** Within a second or a twentieth of the truth, once it was looked up. */
  private static void assertAge(String group, String topic, long writtenMillis) throws Exception {
    monitor.awaitWholeCycle();
    monitor.await(SECONDS, labels(group, topic), value -> !Double.isNaN(value));
    MetricsPage page = monitor.metrics();
    double age = page.value(SECONDS, labels(group, topic)).orElse(Double.NaN);
    double truth = page.value("kafka_monitor_snapshot_timestamp_seconds") - writtenMillis / 1e3;
    assertEquals(truth, age, Math.max(1, truth / 20), SECONDS + " of " + group);
  }
}
