package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a broker says of requests. */
class BrokerPackRequestsIT {
  private static final String REQUESTS = "kafka_network_requestmetrics_";

  /** The parts of the way of a request through a broker, and what a quota adds behind it. */
  private static final List<String> PARTS =
      List.of(
          "requestqueuetimems",
          "localtimems",
          "remotetimems",
          "throttletimems",
          "responsequeuetimems",
          "responsesendtimems");

  private static LiveProcess broker;

  @BeforeAll
  static void findProcess() throws Exception {
    broker = LivePlant.running().process("broker " + LivePlant.VERSION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Produce",
        "FetchConsumer",
        "Metadata",
        "OffsetCommit",
        "FindCoordinator",
        "ConsumerGroupHeartbeat",
        "ShareFetch",
        "EndTxn"
      })
  void a_request_takes_as_long_as_its_parts(String request) throws Exception {
    Figures figures = Figures.of(broker);
    String[] label = {"request", request};

    figures.assertSummary(REQUESTS + "totaltimems", label);
    double parts = 0;
    for (String part : PARTS) {
      figures.assertSummary(REQUESTS + part, label);
      parts += figures.value(REQUESTS + part + "_sum", label);
    }
    // A quota holds a client back once it has its answer.
    parts -= figures.value(REQUESTS + "throttletimems_sum", label);
    double sumOfParts = parts;
    // Kafka rounds each part to whole milliseconds, and these are read one after the other.
    double count = figures.value(REQUESTS + "totaltimems_count", label);
    double total = figures.value(REQUESTS + "totaltimems_sum", label);
    assertTrue(
        Math.abs(total - sumOfParts) <= 0.5 * PARTS.size() * count + 0.1 * total + 1000,
        () -> "%s: total %s, its parts %s".formatted(request, total, sumOfParts));
  }

  @Test
  void requests_are_counted_by_kind_and_version() throws Exception {
    Figures figures = Figures.of(broker);

    double timed = figures.value(REQUESTS + "totaltimems_count", "request", "Metadata");
    assertAbove(0, figures.sum(REQUESTS + "requests_total", "request", "Metadata"));
    assertAbove(0, timed);
    assertAbove(100, figures.sum(REQUESTS + "requests_total", "request", "Produce"));
    assertTrue(
        figures.labelValues(REQUESTS + "requests_total", "version").stream()
            .allMatch(version -> version.matches("\\d+")));
  }

  @Test
  void answers_are_counted_by_error() throws Exception {
    Figures figures = Figures.of(broker);

    assertAbove(
        100, figures.value(REQUESTS + "errors_total", "request", "Produce", "error", "NONE"));
    assertAbove(
        0,
        figures.value(
            REQUESTS + "errors_total", "request", "Produce", "error", "MESSAGE_TOO_LARGE"));
  }

  @Test
  void a_quota_s_delay_is_in_the_throttle_time() throws Exception {
    Figures figures = Figures.of(broker);

    assertAbove(100, figures.value(REQUESTS + "throttletimems_sum", "request", "Produce"));
    assertEquals(0, figures.value(REQUESTS + "throttletimems_sum", "request", "Metadata"));
  }

  @Test
  void requests_have_a_size_and_take_memory() throws Exception {
    Figures figures = Figures.of(broker);

    figures.assertSummary(REQUESTS + "requestbytes", "request", "Produce");
    double count = figures.value(REQUESTS + "requestbytes_count", "request", "Produce");
    assertAbove(50 * count, figures.value(REQUESTS + "requestbytes_sum", "request", "Produce"));
    assertTrue(
        figures.value(REQUESTS + "temporarymemorybytes_count", "request", "Produce") >= count / 2);
    assertEquals(0, figures.value(REQUESTS + "messageconversionstimems_sum", "request", "Produce"));
  }

  @Test
  void every_kind_of_request_has_all_times() throws Exception {
    Figures figures = Figures.of(broker);

    Set<String> kinds = figures.labelValues(REQUESTS + "totaltimems_count", "request");
    assertAbove(80, kinds.size());
    for (String part : PARTS) {
      assertEquals(kinds, figures.labelValues(REQUESTS + part + "_count", "request"), part);
    }
  }
}
