package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static io.brokerscope.packs.Ranges.assertBetween;
import static io.brokerscope.packs.Ranges.assertShare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage.Sample;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a broker says of its load: topics, threads, queues and connections. */
class BrokerPackLoadIT {
  private static final String TOPICS = "kafka_server_brokertopicmetrics_";
  private static final String SOCKETS = "kafka_server_socket_server_metrics_";

  private static LiveProcess broker;

  @BeforeAll
  static void findProcess() throws Exception {
    broker = LivePlant.running().process("broker " + LivePlant.VERSION);
  }

  @Test
  void bytes_and_messages_are_counted_by_topic_and_in_all() throws Exception {
    Figures figures = Figures.of(broker);

    for (String figure : List.of("bytesin_total", "bytesout_total", "messagesin_total")) {
      double orders = figures.value(TOPICS + figure, "topic", BrokerUse.ORDERS);
      assertAbove(100, orders);
      assertTrue(figures.value(TOPICS + figure) >= orders, figure);
    }
    assertAbove(
        figures.value(TOPICS + "messagesin_total", "topic", BrokerUse.ORDERS),
        figures.value(TOPICS + "bytesin_total", "topic", BrokerUse.ORDERS));
  }

  @Test
  void requests_by_topic_are_counted_and_the_failed_among_them() throws Exception {
    Figures figures = Figures.of(broker);

    assertAbove(
        100, figures.value(TOPICS + "totalproducerequests_total", "topic", BrokerUse.ORDERS));
    assertAbove(10, figures.value(TOPICS + "totalfetchrequests_total", "topic", BrokerUse.ORDERS));
    assertAbove(
        0, figures.value(TOPICS + "totalsharefetchrequests_total", "topic", BrokerUse.ORDERS));
    assertAbove(
        0, figures.value(TOPICS + "failedproducerequests_total", "topic", BrokerUse.COMPACTED));
    assertAbove(0, figures.value(TOPICS + "failedproducerequests_total"));
    assertEquals(0, figures.value(TOPICS + "failedfetchrequests_total"));
  }

  @Test
  void what_a_topic_does_not_take_is_counted() throws Exception {
    Figures figures = Figures.of(broker);

    assertAbove(
        1000, figures.value(TOPICS + "bytesrejected_total", "topic", BrokerUse.SMALL_MESSAGES));
    assertAbove(0, figures.value(TOPICS + "nokeycompactedtopicrecords_total"));
  }

  @Test
  void no_client_of_today_needs_conversions_or_sends_what_is_invalid() throws Exception {
    Figures figures = Figures.of(broker);

    for (String figure :
        List.of(
            "producemessageconversions",
            "fetchmessageconversions",
            "invalidmessagecrcrecords",
            "invalidmagicnumberrecords",
            "invalidoffsetorsequencerecords")) {
      assertEquals(0, figures.value(TOPICS + figure + "_total"), figure);
    }
  }

  @Test
  void request_handlers_are_idle_for_a_share_of_the_time() throws Exception {
    String pool = "kafka_server_kafkarequesthandlerpool_";
    String seconds = pool + "requesthandleravgidle_seconds_total";
    Figures figures = Figures.of(broker);

    assertShare(figures.value(pool + "requesthandleravgidle_percent"));
    double before = figures.value(seconds);
    assertAbove(0, before);
    Figures.of(broker, "more idle time", read -> read.value(seconds) > before);
  }

  @Test
  void network_threads_are_idle_for_a_share_of_the_time() throws Exception {
    Figures figures = Figures.of(broker);

    assertShare(figures.value("kafka_network_socketserver_networkprocessoravgidle_percent"));
    List<Sample> threads = figures.of("kafka_network_processor_idle_percent");
    assertAbove(1, threads.size());
    threads.forEach(thread -> assertShare(thread.value()));
  }

  @Test
  void queues_have_a_length() throws Exception {
    Figures figures = Figures.of(broker);

    assertBetween(0, 500, figures.value("kafka_network_requestchannel_requestqueuesize"));
    assertBetween(0, 500, figures.value("kafka_network_requestchannel_responsequeuesize"));
    assertBetween(
        0, 500, figures.sum("kafka_network_requestchannel_responsequeuesize", "processor", "0"));
    assertBetween(0, 500, figures.value("kafka_server_forwardingmanager_queuelength"));
  }

  @Test
  void fetches_that_wait_for_data_are_parked() throws Exception {
    String purgatory = "kafka_server_delayedoperationpurgatory_";
    Figures.of(
        broker,
        "a parked fetch",
        read -> read.value(purgatory + "purgatorysize", "delayedOperation", "Fetch") > 0);
    Figures figures = Figures.of(broker);

    assertBetween(
        0, 1000, figures.value(purgatory + "numdelayedoperations", "delayedOperation", "Produce"));
    assertAbove(
        0,
        figures.value("kafka_server_delayedfetchmetrics_expires_total", "fetcherType", "consumer"));
    assertEquals(0, figures.value("kafka_server_delayedproducemetrics_expires_total"));
  }

  @Test
  void consumers_have_fetch_sessions() throws Exception {
    String cache = "kafka_server_fetchsessioncache_";
    Figures figures = Figures.of(broker);

    assertBetween(2, 100, figures.value(cache + "numincrementalfetchsessions"));
    assertBetween(3, 1000, figures.value(cache + "numincrementalfetchpartitionscached"));
    assertEquals(0, figures.value(cache + "incrementalfetchsessionevictions_total"));
  }

  @Test
  void connections_are_counted_by_listener() throws Exception {
    Figures figures = Figures.of(broker);

    assertBetween(5, 1000, figures.sum(SOCKETS + "connection_count", "listener", "PLAINTEXT"));
    assertBetween(
        5, 1000, figures.sum(SOCKETS + "connection_creation_total", "listener", "PLAINTEXT"));
    assertAbove(0, figures.sum(SOCKETS + "connection_close_total", "listener", "PLAINTEXT"));
    assertBetween(
        0, 1000, figures.sum(SOCKETS + "connection_creation_rate", "listener", "PLAINTEXT"));
    assertBetween(
        0, 1000, figures.value(SOCKETS + "connection_accept_rate", "listener", "PLAINTEXT"));
    assertBetween(0, 1000, figures.value(SOCKETS + "connection_accept_rate", "ip", "127.0.0.1"));
    assertEquals(
        0, figures.value("kafka_network_socketserver_expiredconnectionskilledcount_total"));
  }

  @Test
  void authentication_succeeds_or_fails() throws Exception {
    Figures figures = Figures.of(broker);
    String listener = PasswordListener.NAME;

    assertBetween(
        4, 1000, figures.sum(SOCKETS + "successful_authentication_total", "listener", listener));
    assertBetween(
        1, 100, figures.sum(SOCKETS + "failed_authentication_total", "listener", listener));
    assertEquals(0, figures.sum(SOCKETS + "failed_authentication_total", "listener", "PLAINTEXT"));
  }

  @Test
  void clients_tell_their_software() throws Exception {
    Figures figures = Figures.of(broker);

    assertBetween(
        5,
        1000,
        figures.sum(
            SOCKETS + "connections",
            "clientSoftwareName",
            "apache-kafka-java",
            "clientSoftwareVersion",
            LivePlant.VERSION,
            "listener",
            "PLAINTEXT"));
  }

  @Test
  void debug_tells_what_each_network_thread_does() throws Exception {
    Figures figures = Figures.of(broker);

    assertAbove(0, figures.sum(SOCKETS + "request_total", "listener", "PLAINTEXT"));
    assertAbove(0, figures.sum(SOCKETS + "incoming_byte_rate", "listener", "PLAINTEXT"));
    assertShare(figures.sum(SOCKETS + "io_ratio", "listener", "PLAINTEXT") / 2);
  }
}
