package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertBetween;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.demo.MetricsPage.Sample;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a broker with few threads says of them and of their queues while it has more to do than it
 * can, and when it has nothing to do.
 *
 * <p>Its controller is a JVM of its own: on a combined node Kafka 4.3.1 has queues and network
 * threads for each role but one MBean for both, which tells the controller's.
 */
class BrokerPackPressureIT {
  private static final String HANDLERS_IDLE =
      "kafka_server_kafkarequesthandlerpool_requesthandleravgidle_";
  private static final String NETWORK_IDLE =
      "kafka_network_socketserver_networkprocessoravgidle_percent";
  private static final String REQUESTS = "kafka_network_requestchannel_requestqueuesize";
  private static final String RESPONSES = "kafka_network_requestchannel_responsequeuesize";

  private static final int NETWORK_THREADS = 2;
  private static final int MOST_QUEUED_REQUESTS = 2;
  private static final double MEASURED_SECONDS = 10;

  private static DebugNode broker;

  @BeforeAll
  static void start() throws Exception {
    broker =
        DebugNode.startBroker(
            "num.io.threads=1",
            "num.network.threads=" + NETWORK_THREADS,
            // So few that network threads wait until the handler takes one, and answers wait for
            // the network threads meanwhile.
            "queued.max.requests=" + MOST_QUEUED_REQUESTS,
            // The network threads' averages follow soon.
            "metrics.sample.window.ms=5000");
    CompressingTopic.createOn(broker);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void requests_queue_up_to_the_limit_for_a_busy_handler_and_not_at_rest() throws Exception {
    try (Rush rush = new Rush(broker)) {
      rush.begin();
      broker.figures("a full queue", read -> read.value(REQUESTS) == MOST_QUEUED_REQUESTS);
    }
    broker.figures("an empty queue", read -> read.value(REQUESTS) == 0);
  }

  @Test
  void answers_queue_for_network_threads_that_wait_and_not_at_rest() throws Exception {
    try (Rush rush = new Rush(broker)) {
      rush.begin();
      broker.figures("answers in a queue", read -> read.value(RESPONSES) > 0);
      broker.figures("the same by thread", read -> ofThreads(read) > 0);
    }
    Figures rest = broker.figures("empty queues", read -> read.value(RESPONSES) == 0);

    assertEquals(NETWORK_THREADS + 1, rest.of(RESPONSES).size());
    broker.figures("empty queues of threads", read -> ofThreads(read) == 0);
  }

  private static double ofThreads(Figures read) {
    return read.of(RESPONSES).stream()
        .filter(queue -> queue.labels().containsKey("processor"))
        .mapToDouble(Sample::value)
        .sum();
  }

  @Test
  void handlers_are_idle_most_of_the_time_at_rest_and_far_less_in_a_rush() throws Exception {
    String share = HANDLERS_IDLE + "percent";
    double rest = broker.figures("idle threads", read -> read.value(share) > 0.6).value(share);
    assertBetween(0.6, 1.05, rest);

    try (Rush rush = new Rush(broker)) {
      rush.begin();
      // It follows slowly: an average that forgets two thirds in a minute.
      broker.figures("busy threads", read -> read.value(share) < 0.7 * rest);
    }
  }

  @Test
  void idle_seconds_at_rest_are_the_seconds_that_pass() throws Exception {
    String counter = HANDLERS_IDLE + "seconds_total";
    long beginNanos = System.nanoTime();
    double before = broker.figures().value(counter);
    Figures later =
        broker.figures("more of them", read -> read.value(counter) > before + MEASURED_SECONDS);
    double seconds = (System.nanoTime() - beginNanos) / 1e9;

    // A thread that waits adds what it waited every 300 ms only, so some of it may be older.
    assertBetween(0.3, 1.1, (later.value(counter) - before) / seconds);
  }

  @Test
  void network_threads_are_idle_at_rest_and_held_up_by_a_full_queue_in_a_rush() throws Exception {
    Figures rest = broker.figures("idle threads", read -> read.value(NETWORK_IDLE) > 0.8);
    List<Sample> threads = rest.of("kafka_network_processor_idle_percent");

    assertBetween(0.8, 1, rest.value(NETWORK_IDLE));
    assertEquals(NETWORK_THREADS, threads.size());
    assertEquals(
        threads.stream().mapToDouble(Sample::value).average().orElseThrow(),
        rest.value(NETWORK_IDLE),
        0.1);

    try (Rush rush = new Rush(broker)) {
      rush.begin();
      broker.figures("busy threads", read -> read.value(NETWORK_IDLE) < 0.6);
    }
  }
}
