package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static io.brokerscope.packs.Ranges.assertBetween;
import static io.brokerscope.packs.Ranges.assertShare;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What controllers say of a cluster, and its nodes of their metadata. */
class BrokerPackClusterIT {
  private static final String CONTROLLER_BEAN = "kafka_controller_kafkacontroller_";
  private static final String RAFT = "kafka_server_raft_metrics_";

  /** Generous: metadata that is a minute old is not what a broker works with. */
  private static final double A_MINUTE_IN_MILLIS = 60_000;

  private static LiveProcess controller;
  private static LiveProcess broker;

  @BeforeAll
  static void findProcesses() throws Exception {
    SeparateRoles separate = LivePlant.running().separate();
    controller = separate.processes().get(0);
    broker = separate.processes().get(1);
  }

  @Test
  void the_controller_is_active_and_has_nothing_offline() throws Exception {
    Figures figures = Figures.of(controller);

    assertEquals(1, figures.value(CONTROLLER_BEAN + "activecontrollercount"));
    assertEquals(0, figures.value(CONTROLLER_BEAN + "offlinepartitionscount"));
    assertEquals(0, figures.value(CONTROLLER_BEAN + "metadataerrorcount_total"));
    assertEquals(1, figures.value(CONTROLLER_BEAN + "newactivecontrollerscount_total"));
  }

  @Test
  void both_brokers_are_active_and_none_is_fenced() throws Exception {
    Figures figures = Figures.of(controller);

    assertEquals(2, figures.value(CONTROLLER_BEAN + "activebrokercount"));
    assertEquals(0, figures.value(CONTROLLER_BEAN + "fencedbrokercount"));
    assertEquals(0, figures.value(CONTROLLER_BEAN + "controlledshutdownbrokercount"));
    assertEquals(30, figures.value(CONTROLLER_BEAN + "brokerregistrationstate", "broker", "2"));
    assertBetween(
        0,
        A_MINUTE_IN_MILLIS,
        figures.value(CONTROLLER_BEAN + "timesincelastheartbeatreceivedms", "broker", "2"));
  }

  @Test
  void topics_and_partitions_of_the_cluster_are_counted() throws Exception {
    Figures figures = Figures.of(controller);

    assertEquals(2, figures.value(CONTROLLER_BEAN + "globaltopiccount"));
    assertEquals(LightUse.PARTITIONS + 5, figures.value(CONTROLLER_BEAN + "globalpartitioncount"));
    assertBetween(
        0,
        LightUse.PARTITIONS + 5,
        figures.value(CONTROLLER_BEAN + "preferredreplicaimbalancecount"));
  }

  @Test
  void no_leader_was_elected_out_of_the_ordinary() throws Exception {
    Figures figures = Figures.of(controller);
    String stats = "kafka_controller_controllerstats_";

    assertEquals(0, figures.value(stats + "uncleanleaderelections_total"));
    assertEquals(0, figures.value(stats + "electionfromeligibleleaderreplicas_total"));
  }

  @Test
  void the_controllers_events_are_timed() throws Exception {
    String manager = "kafka_controller_controllereventmanager_";
    Figures figures = Figures.of(controller);

    figures.assertSummary(manager + "eventqueuetimems");
    figures.assertSummary(manager + "eventqueueprocessingtimems");
    assertShare(figures.value(manager + "avgidleratio"));
    assertAbove(0, figures.value(CONTROLLER_BEAN + "eventqueueoperationsstartedcount_total"));
  }

  @Test
  void the_quorum_has_one_leader_on_whom_all_agree() throws Exception {
    Figures leader = Figures.of(controller);
    Figures observer = Figures.of(broker);

    assertEquals(Set.of("leader"), leader.labelValues(RAFT + "current_state", "state"));
    assertEquals(Set.of("observer"), observer.labelValues(RAFT + "current_state", "state"));
    for (String figure : List.of("current_leader", "current_epoch")) {
      assertEquals(leader.value(RAFT + figure), observer.value(RAFT + figure), figure);
    }
    assertEquals(1, leader.value(RAFT + "current_leader"));
    assertEquals(1, leader.value(RAFT + "number_of_voters"));
    assertEquals(2, leader.value(RAFT + "number_of_observers"));
  }

  @Test
  void the_quorum_commits_in_finite_time() throws Exception {
    Figures figures =
        Figures.of(
            controller,
            "a commit in the last 30 s",
            read -> !Double.isNaN(read.value(RAFT + "commit_latency_avg")));

    assertBetween(0, A_MINUTE_IN_MILLIS, figures.value(RAFT + "commit_latency_avg"));
    assertAbove(0, figures.value(RAFT + "append_records_rate"));
    double before = figures.value(RAFT + "high_watermark");
    Figures.of(
        controller,
        "a high watermark above " + before,
        read -> read.value(RAFT + "high_watermark") > before);
  }

  @Test
  void a_broker_keeps_up_with_the_metadata() throws Exception {
    String metadata = "kafka_server_broker_metadata_metrics_";
    Figures figures = Figures.of(broker);

    assertBetween(0, A_MINUTE_IN_MILLIS, figures.value(metadata + "last_applied_record_lag_ms"));
    assertAbove(0, figures.value(metadata + "last_applied_record_offset"));
    assertEquals(0, figures.value(metadata + "metadata_load_error_count_total"));
    assertEquals(0, figures.value(metadata + "metadata_apply_error_count_total"));
    figures.assertSummary("kafka_server_brokermetadatalistener_metadatabatchsizes");
    figures.assertSummary("kafka_server_brokermetadatalistener_metadatabatchprocessingtimeus");
  }

  @Test
  void all_nodes_run_on_one_level_of_each_feature() throws Exception {
    String level = "kafka_server_metadataloader_finalizedlevel";
    Figures figures = Figures.of(broker);

    double version = figures.value(level, "featureName", "metadataVersion");
    assertEquals(version, figures.value("kafka_server_metadataloader_currentmetadataversion"));
    assertEquals(version, Figures.of(controller).value(level, "featureName", "metadataVersion"));
    assertEquals(1, figures.value("kafka_server_metadataloader_currentcontrollerid"));
  }

  @Test
  void a_node_names_its_cluster() throws Exception {
    Set<String> ids =
        Figures.of(controller).labelValues("kafka_server_controllerserver_clusterid", "clusterid");

    assertEquals(1, ids.size());
    assertEquals(
        ids, Figures.of(broker).labelValues("kafka_server_kafkaserver_clusterid", "clusterid"));
  }

  @Test
  void nodes_authenticate_with_each_other() throws Exception {
    Figures figures = Figures.of(broker);

    assertEquals(
        1, figures.value("kafka_server_heartbeat_metrics_connection_count", "BrokerId", "2"));
    assertEquals(
        0,
        figures.value(
            "kafka_server_heartbeat_metrics_failed_authentication_total", "BrokerId", "2"));
    assertEquals(0, figures.value("kafka_server_raft_channel_metrics_failed_authentication_total"));
  }
}
