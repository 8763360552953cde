package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a broker with ZooKeeper says in other words than one with KRaft. */
class BrokerPackZooKeeperIT {
  private static final String CONTROLLER = "kafka_controller_kafkacontroller_";
  private static final String SESSION = "kafka_server_sessionexpirelistener_";

  private static LiveProcess broker;

  @BeforeAll
  static void findProcess() throws Exception {
    broker =
        LivePlant.running().process(ZooKeeperBroker.NAME + " " + LivePlant.LAST_WITH_ZOOKEEPER);
  }

  @Test
  void a_lone_broker_is_the_controller_and_idle() throws Exception {
    Figures figures =
        Figures.of(
            broker, "an idle controller", read -> read.value(CONTROLLER + "controllerstate") == 0);

    assertEquals(1, figures.value(CONTROLLER + "activecontrollercount"));
    assertEquals(0, figures.value(CONTROLLER + "offlinepartitionscount"));
    assertEquals(0, figures.value(CONTROLLER + "topicstodeletecount"));
    assertEquals(2, figures.value(CONTROLLER + "globaltopiccount"));
  }

  @Test
  void the_controller_s_events_are_timed() throws Exception {
    Figures figures = Figures.of(broker);

    figures.assertSummary("kafka_controller_controllereventmanager_eventqueuetimems");
    figures.assertSummary("kafka_controller_controllerstats_topicchangerateandtimems");
    assertEquals(0, figures.value("kafka_controller_controllereventmanager_eventqueuesize"));
    assertEquals(0, figures.value("kafka_controller_controllerstats_uncleanleaderelections_total"));
    assertEquals(0, figures.value("kafka_controller_controllerchannelmanager_totalqueuesize"));
  }

  @Test
  void the_session_with_zookeeper_lasts() throws Exception {
    Figures figures = Figures.of(broker);

    assertEquals(Set.of("CONNECTED"), figures.labelValues(SESSION + "sessionstate", "state"));
    assertEquals(1, figures.value(SESSION + "zookeepersyncconnects_total"));
    assertEquals(0, figures.value(SESSION + "zookeeperexpires_total"));
    figures.assertSummary("kafka_server_zookeeperclientmetrics_zookeeperrequestlatencyms");
  }

  @Test
  void its_topics_are_counted_like_all_others() throws Exception {
    Figures figures = Figures.of(broker);

    assertEquals(
        LightUse.MESSAGES,
        figures.value("kafka_server_brokertopicmetrics_messagesin_total", "topic", LightUse.TOPIC));
    assertAbove(
        0, figures.value("kafka_log_log_logendoffset", "topic", LightUse.TOPIC, "partition", "0"));
  }
}
