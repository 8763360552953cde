package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static io.brokerscope.packs.Ranges.assertBetween;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a broker says of tiered storage, and of the metrics that clients push to it. */
class BrokerPackPlugInIT {
  private static final String TOPICS = "kafka_server_brokertopicmetrics_";
  private static final String REMOTE = "kafka_log_remote_";
  private static final String CLIENTS = "kafka_server_client_metrics_";
  private static final String[] OF_ARCHIVE = {"topic", ArchiveUse.ARCHIVE};

  private static LiveProcess broker;

  @BeforeAll
  static void findProcess() throws Exception {
    broker = LivePlant.running().process(PlugInBroker.name(LivePlant.VERSION));
  }

  @Test
  void segments_that_are_closed_are_copied() throws Exception {
    Figures figures = awaitMore("remotecopyrequests_total");

    assertAbove(1000, figures.value(TOPICS + "remotecopybytes_total", OF_ARCHIVE));
    assertAbove(100, figures.value("kafka_server_rlmcopy_byte_rate"));
    // A segment of some hundred messages is closed each second and copied within another.
    assertBetween(0, 20, figures.value(TOPICS + "remotecopylagsegments", OF_ARCHIVE));
    assertEquals(0, figures.value(TOPICS + "remotecopyerrors_total"));
  }

  @Test
  void what_is_no_longer_on_the_broker_s_disk_is_fetched() throws Exception {
    Figures figures = awaitMore("remotefetchrequests_total");

    assertAbove(1000, figures.value(TOPICS + "remotefetchbytes_total", OF_ARCHIVE));
    assertAbove(100, figures.value("kafka_server_rlmfetch_byte_rate"));
    assertEquals(0, figures.value(TOPICS + "remotefetcherrors_total"));
    figures.assertSummary(REMOTE + "remotelogmanager_remotelogreaderfetchrateandtimems");
  }

  @Test
  void what_is_too_old_is_deleted() throws Exception {
    Figures figures = awaitMore("remotedeleterequests_total");

    assertBetween(0, 50, figures.value(TOPICS + "remotedeletelagsegments", OF_ARCHIVE));
    assertEquals(0, figures.value(TOPICS + "remotedeleteerrors_total"));
  }

  /** Some is deleted, so less is held than was copied. */
  @Test
  void it_says_how_much_tiered_storage_holds() throws Exception {
    awaitMore("remotedeleterequests_total");
    Figures figures = Figures.of(broker);

    double held = figures.value(TOPICS + "remotelogsizebytes", OF_ARCHIVE);
    assertBetween(1000, figures.value(TOPICS + "remotecopybytes_total", OF_ARCHIVE) - 1, held);
    assertBetween(1, 100, figures.value(TOPICS + "remotelogmetadatacount", OF_ARCHIVE));
    assertBetween(
        1,
        100,
        figures.value(
            REMOTE + "remotelogmanager_retentionsizeinpercent",
            "topic",
            ArchiveUse.ARCHIVE,
            "partition",
            "0"));
  }

  @Test
  void totals_are_the_sums_of_the_topics() throws Exception {
    for (String figure : List.of("remotecopybytes_total", "remotefetchbytes_total")) {
      // One reading takes the figures one after the other, while the broker goes on.
      Figures.of(
          broker,
          "a total that is the only topic's, of " + figure,
          read -> read.value(TOPICS + figure) == read.value(TOPICS + figure, OF_ARCHIVE));
    }
  }

  @Test
  void its_threads_have_time_left() throws Exception {
    Figures figures = Figures.of(broker);

    assertBetween(
        0.1, 1, figures.value(REMOTE + "remotelogmanager_remotelogmanagertasksavgidlepercent"));
    assertBetween(
        0.1, 1, figures.value(REMOTE + "remotestoragethreadpool_remotelogreaderavgidlepercent"));
    assertBetween(
        0, 10, figures.value(REMOTE + "remotestoragethreadpool_remotelogreadertaskqueuesize"));
  }

  /** The writer and the reader of the archive, and perhaps an admin client that is gone. */
  @Test
  void clients_that_push_their_metrics_are_counted() throws Exception {
    Figures.of(
        broker, "two clients that push", read -> read.value(CLIENTS + "instance_count") >= 2);
    double before = Figures.of(broker).sum(CLIENTS + "plugin_export_total");

    Figures figures =
        Figures.of(
            broker, "another push", read -> read.sum(CLIENTS + "plugin_export_total") > before);
    assertAbove(0, figures.sum(CLIENTS + "plugin_export_rate"));
  }

  @Test
  void pushes_that_the_plug_in_fails_to_take_are_counted() throws Exception {
    Figures.of(broker, "a failure", read -> read.sum(CLIENTS + "plugin_error_total") > 0);
  }

  private static Figures awaitMore(String count) throws Exception {
    double before = Figures.of(broker).value(TOPICS + count, OF_ARCHIVE);
    return Figures.of(
        broker, "more of " + count, read -> read.value(TOPICS + count, OF_ARCHIVE) > before);
  }
}
