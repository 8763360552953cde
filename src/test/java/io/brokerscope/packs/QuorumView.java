package io.brokerscope.packs;

import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.demo.cluster.NodeRole;
import io.brokerscope.kafka.Await;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node says of the metadata quorum.
 *
 * @param state that the node has in it
 * @param active whether the node says that it is the active controller
 */
record QuorumView(int leader, int epoch, double highWatermark, String state, boolean active) {
  private static final String RAFT = "kafka_server_raft_metrics_";
  private static final String ACTIVE = "kafka_controller_kafkacontroller_activecontrollercount";

  /**
   * Returns when all nodes agree on leader and epoch, and each knows its own part.
   *
   * @return what the leader says
   */
  static QuorumView agreed(OwnCluster cluster) throws Exception {
    List<KafkaNode> nodes = cluster.cluster().nodes();
    List<QuorumView> views =
        Await.until(
            "nodes that agree on the leader", () -> all(cluster), read -> agree(nodes, read));
    return views.get(views.get(0).leader - 1);
  }

  private static List<QuorumView> all(OwnCluster cluster) throws Exception {
    List<QuorumView> views = new ArrayList<>();
    for (KafkaNode node : cluster.cluster().nodes()) {
      views.add(of(Figures.of(cluster.process(node.id()))));
    }
    return views;
  }

  private static QuorumView of(Figures figures) {
    return new QuorumView(
        (int) figures.value(RAFT + "current_leader"),
        (int) figures.value(RAFT + "current_epoch"),
        figures.value(RAFT + "high_watermark"),
        String.join(" and ", figures.labelValues(RAFT + "current_state", "state")),
        // Brokers do not have it.
        figures.of(ACTIVE).stream().anyMatch(sample -> sample.value() == 1));
  }

  private static boolean agree(List<KafkaNode> nodes, List<QuorumView> views) {
    int leader = views.get(0).leader;
    int epoch = views.get(0).epoch;
    for (int i = 0; i < nodes.size(); i++) {
      QuorumView view = views.get(i);
      boolean leads = nodes.get(i).id() == leader;
      String follows = nodes.get(i).role() == NodeRole.BROKER ? "observer" : "follower";
      if (view.leader != leader
          || view.epoch != epoch
          || view.active != leads
          || !view.state.equals(leads ? "leader" : follows)) {
        return false;
      }
    }
    return true;
  }
}
