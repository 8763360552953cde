package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static io.brokerscope.packs.Ranges.assertBetween;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a broker says of its logs and partitions, and of itself. */
class BrokerPackLogIT {
  private static final String LOG = "kafka_log_log_";
  private static final String[] FIRST_OF_ORDERS = {"topic", BrokerUse.ORDERS, "partition", "0"};

  private static LiveProcess broker;

  @BeforeAll
  static void findProcess() throws Exception {
    broker = LivePlant.running().process("broker " + LivePlant.VERSION);
  }

  @Test
  void the_broker_serves_and_its_disks_work() throws Exception {
    Figures figures = Figures.of(broker);

    assertEquals(3, figures.value("kafka_server_kafkaserver_brokerstate"));
    assertEquals(0, figures.value("kafka_log_logmanager_offlinelogdirectorycount"));
    assertEquals(0, figures.sum("kafka_log_logmanager_logdirectoryoffline"));
    assertAbove(100_000, figures.value("kafka_server_kafkaserver_linux_disk_write_bytes"));
    assertBetween(1000, 100_000, figures.value("kafka_server_kafkaserver_yammer_metrics_count"));
  }

  @Test
  void flushes_are_timed() throws Exception {
    Figures.of(broker).assertSummary("kafka_log_logflushstats_logflushrateandtimems");
  }

  @Test
  void the_cleaner_runs() throws Exception {
    Figures figures =
        Figures.of(
            broker,
            "a cleaning",
            read ->
                read.value("kafka_utils_throttler_cleaner_io_total") > 0
                    && read.value("kafka_log_logcleaner_max_clean_time_secs") >= 0);

    assertEquals(0, figures.value("kafka_log_logcleaner_deadthreadcount"));
    assertBetween(0, 60, figures.value("kafka_log_logcleaner_max_clean_time_secs"));
    assertBetween(0, 60_000, figures.value("kafka_log_logcleanermanager_time_since_last_run_ms"));
    assertBetween(0, 100, figures.value("kafka_log_logcleanermanager_max_dirty_percent"));
    assertEquals(0, figures.sum("kafka_log_logcleanermanager_uncleanable_partitions_count"));
  }

  @Test
  void a_partition_tells_its_offsets_and_size() throws Exception {
    Figures figures = Figures.of(broker);

    assertEquals(0, figures.value(LOG + "logstartoffset", FIRST_OF_ORDERS));
    assertAbove(0, figures.value(LOG + "logendoffset", FIRST_OF_ORDERS));
    Figures.of(broker, "bytes", read -> read.value(LOG + "size", FIRST_OF_ORDERS) > 0);
    assertEquals(1, figures.value(LOG + "numlogsegments", FIRST_OF_ORDERS));
    assertAbove(
        1, figures.value(LOG + "numlogsegments", "topic", BrokerUse.COMPACTED, "partition", "0"));
  }

  @Test
  void a_partition_tells_its_replicas_and_open_transactions() throws Exception {
    Figures figures = Figures.of(broker);
    String partition = "kafka_cluster_partition_";

    assertEquals(1, figures.value(partition + "replicascount", FIRST_OF_ORDERS));
    assertEquals(1, figures.value(partition + "insyncreplicascount", FIRST_OF_ORDERS));
    assertEquals(0, figures.value(partition + "underreplicated", FIRST_OF_ORDERS));
    assertBetween(0, 1000, figures.value(partition + "laststableoffsetlag", FIRST_OF_ORDERS));
  }

  @Test
  void producers_are_remembered_and_no_transaction_is_late() throws Exception {
    String replicas = "kafka_server_replicamanager_";
    Figures figures =
        Figures.of(broker, "a producer id", read -> read.value(replicas + "produceridcount") > 0);

    assertEquals(0, figures.value(replicas + "partitionswithlatetransactionscount"));
  }

  @Test
  void a_lone_node_is_under_nothing() throws Exception {
    String replicas = "kafka_server_replicamanager_";
    Figures figures = Figures.of(broker);

    assertEquals(0, figures.value(replicas + "underreplicatedpartitions"));
    assertEquals(0, figures.value(replicas + "underminisrpartitioncount"));
    assertEquals(
        figures.value(replicas + "partitioncount"), figures.value(replicas + "leadercount"));
    assertTrue(figures.value(replicas + "leadercount") >= 5, "partitions");
  }
}
