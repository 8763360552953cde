package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static io.brokerscope.packs.Ranges.assertBetween;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a broker says of quotas. */
class BrokerPackQuotaIT {
  private static final String QUOTA = "kafka_server_quota_";
  private static final String USER = PasswordListener.USER;

  private static LiveProcess broker;

  @BeforeAll
  static void findProcess() throws Exception {
    broker = LivePlant.running().process("broker " + LivePlant.VERSION);
  }

  /** Labels that name who shares the quota. */
  static Stream<Arguments> capped() {
    return Stream.of(
        Arguments.of((Object) labels("user", USER)),
        Arguments.of((Object) labels("clientId", BrokerSetUp.CAPPED_CLIENT)),
        Arguments.of((Object) labels("user", USER, "clientId", BrokerSetUp.USERS_CAPPED_CLIENT)));
  }

  private static String[] labels(String... sharers) {
    return Stream.concat(Stream.of("resource", "Produce"), Stream.of(sharers))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("capped")
  void who_writes_too_much_is_held_back(String[] labels) throws Exception {
    Figures.of(broker, "a throttle time", read -> read.value(QUOTA + "throttle_time", labels) > 0);
    // Above the quota for a moment, as requests are let through whole.
    assertBetween(
        1, 100 * BrokerSetUp.SMALL_QUOTA, Figures.of(broker).value(QUOTA + "byte_rate", labels));
  }

  @Test
  void who_reads_within_the_quota_is_not_held_back() throws Exception {
    Figures figures = Figures.of(broker);

    assertAbove(0, figures.value(QUOTA + "byte_rate", "resource", "Fetch", "user", USER));
  }

  @Test
  void requests_of_a_user_take_a_share_of_the_threads() throws Exception {
    Figures figures = Figures.of(broker);

    assertBetween(
        0, 400, figures.value(QUOTA + "request_time", "resource", "Request", "user", USER));
    assertBetween(0, 400, figures.value("kafka_server_request_exempt_request_time"));
  }

  @Test
  void a_user_may_create_more_partitions() throws Exception {
    assertAbove(
        0,
        Figures.of(broker).value(QUOTA + "tokens", "resource", "ControllerMutation", "user", USER));
  }

  @Test
  void debug_tells_the_same_of_one_of_a_user_s_clients() throws Exception {
    Figures figures = Figures.of(broker);
    String[] client = {"user", USER, "clientId", BrokerSetUp.USERS_CAPPED_CLIENT};

    assertAbove(0, figures.sum(QUOTA + "tokens", client));
    assertBetween(0, 400, figures.sum(QUOTA + "request_time", client));
  }

  @Test
  void held_back_requests_are_queued() throws Exception {
    Figures.of(
        broker,
        "a request that is held back",
        read -> read.value("kafka_server_produce_queue_size") > 0);
  }
}
