package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static io.brokerscope.packs.Ranges.assertBetween;
import static io.brokerscope.packs.Ranges.assertShare;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a broker says of groups, share groups and transactions. */
class BrokerPackGroupsIT {
  private static final String GROUPS = "kafka_server_group_coordinator_metrics_";
  private static final String SHARE_STATE = "kafka_server_share_coordinator_metrics_";

  /** As configured for the nodes of tests. */
  private static final int PARTITIONS_OF_STATE = 5;

  private static LiveProcess broker;

  @BeforeAll
  static void findProcess() throws Exception {
    broker = LivePlant.running().process("broker " + LivePlant.VERSION);
  }

  @Test
  void groups_are_counted_by_protocol_and_state() throws Exception {
    Figures figures =
        Figures.of(
            broker,
            "a group of each protocol",
            read ->
                read.value(GROUPS + "group_count", "protocol", "classic") >= 1
                    && read.value(GROUPS + "group_count", "protocol", "consumer") >= 1
                    && read.value(GROUPS + "group_count", "protocol", "share") >= 1);

    assertAbove(0, figures.value(GROUPS + "consumer_group_count", "state", "Stable"));
    assertEquals(PARTITIONS_OF_STATE, figures.value(GROUPS + "num_partitions", "state", "active"));
    assertEquals(0, figures.value(GROUPS + "num_partitions", "state", "failed"));
  }

  @Test
  void the_group_coordinator_commits_and_rebalances() throws Exception {
    Figures figures = Figures.of(broker);

    assertAbove(10, figures.value(GROUPS + "offset_commit_count_total"));
    assertAbove(0, figures.value(GROUPS + "group_completed_rebalance_count_total"));
    assertAbove(0, figures.value(GROUPS + "consumer_group_rebalance_count_total"));
    assertAbove(0, figures.value("kafka_coordinator_group_groupmetadatamanager_numoffsets"));
  }

  @Test
  void the_group_coordinator_is_quick_and_mostly_idle() throws Exception {
    Figures figures = Figures.of(broker);

    assertShare(figures.value(GROUPS + "thread_idle_ratio_avg"));
    assertBetween(0, 1000, figures.value(GROUPS + "event_queue_size"));
    for (String figure : List.of("event_queue_time_ms_", "event_processing_time_ms_")) {
      double p99 = figures.value(GROUPS + figure + "p99");
      assertBetween(0, 60_000, p99);
      assertBetween(p99, 60_000, figures.value(GROUPS + figure + "max"));
      assertBetween(0, 60_000, figures.value(GROUPS + figure + "p50"));
    }
  }

  @Test
  void share_groups_write_their_state() throws Exception {
    Figures figures = Figures.of(broker);

    assertAbove(10, figures.value(SHARE_STATE + "write_total"));
    assertBetween(0, 60_000, figures.value(SHARE_STATE + "write_latency_avg"));
    assertEquals(
        PARTITIONS_OF_STATE, figures.value(SHARE_STATE + "num_partitions", "state", "active"));
    assertEquals(0, figures.value(SHARE_STATE + "num_partitions", "state", "failed"));
    assertShare(figures.value(SHARE_STATE + "thread_idle_ratio_avg"));
  }

  @Test
  void share_consumers_answer_for_records() throws Exception {
    String acknowledgements = "kafka_server_sharegroupmetrics_recordacknowledgements_total";
    Figures figures = Figures.of(broker);

    double accepted = figures.value(acknowledgements, "ackType", "Accept");
    double released = figures.value(acknowledgements, "ackType", "Release");
    double rejected = figures.value(acknowledgements, "ackType", "Reject");
    assertAbove(0, released);
    assertAbove(0, rejected);
    assertAbove(released + rejected, accepted);
  }

  @Test
  void share_groups_have_sessions_and_take_partitions() throws Exception {
    Figures figures = Figures.of(broker);

    assertEquals(1, figures.value("kafka_server_sharesessioncache_sharesessionscount"));
    assertEquals(3, figures.value("kafka_server_sharesessioncache_sharepartitionscount"));
    assertEquals(0, figures.value("kafka_server_sharesessioncache_sharesessionevictions_total"));
    figures.assertSummary("kafka_server_sharegroupmetrics_partitionloadtimems");
    figures.assertSummary(
        "kafka_server_sharegroupmetrics_topicpartitionsacquiretimems",
        "group",
        BrokerUse.SHARE_GROUP);
    figures.assertSummary(
        "kafka_server_sharegroupmetrics_requesttopicpartitionsfetchratio",
        "group",
        BrokerUse.SHARE_GROUP);
  }

  @Test
  void debug_tells_a_share_group_s_partitions() throws Exception {
    Figures figures = Figures.of(broker);
    String partition = "kafka_server_sharepartitionmetrics_";
    String[] group = {"group", BrokerUse.SHARE_GROUP, "topic", BrokerUse.ORDERS};

    assertEquals(3, figures.of(partition + "inflightmessagecount", group).size());
    assertBetween(0, 100_000, figures.sum(partition + "inflightmessagecount", group));
    assertEquals(0, figures.sum(partition + "acquisitionlocktimeout_total", group));
    assertAbove(0, figures.sum(partition + "fetchlocktimems_count", group));
  }

  @Test
  void transactions_are_verified_and_none_waits_for_its_end() throws Exception {
    Figures figures = Figures.of(broker);
    String markers = "kafka_coordinator_transaction_transactionmarkerchannelmanager_";

    assertEquals(0, figures.value(markers + "unknowndestinationqueuesize"));
    assertEquals(0, figures.value(markers + "logappendretryqueuesize"));
    // Producers that are fenced while they write, as those of a Connect worker may be, are refused.
    assertBetween(
        0, 100, figures.value("kafka_server_addpartitionstotxnmanager_verificationfailure_total"));
    assertAbove(
        0,
        figures.value(
            "kafka_network_requestmetrics_totaltimems_count", "request", "WriteTxnMarkers"));
  }
}
