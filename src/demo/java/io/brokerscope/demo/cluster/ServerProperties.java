package io.brokerscope.demo.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The server.properties of a KRaft node in a cluster on loopback. */
final class ServerProperties {

  private ServerProperties() {}

  /**
   * The file's text.
   *
   * @param cluster all nodes, the own one among them
   */
  static String of(KafkaNode own, List<KafkaNode> cluster, Path dataFolder) {
    int brokers = (int) cluster.stream().filter(node -> node.role().servesClients()).count();
    int replicas = Math.min(3, brokers);
    int minInSync = Math.max(1, replicas - 1);
    return String.join(
        "\n",
        "process.roles=" + own.role().processRoles(),
        "node.id=" + own.id(),
        "controller.quorum.voters=" + voters(cluster),
        "listeners=" + listeners(own),
        "controller.listener.names=CONTROLLER",
        "log.dirs=" + dataFolder,
        // A file for each index is made this large at once; the default of 10 MiB fills small
        // disks.
        "log.index.size.max.bytes=1048576",
        "num.network.threads=2",
        "num.io.threads=4",
        "auto.create.topics.enable=false",
        "default.replication.factor=" + replicas,
        "min.insync.replicas=" + minInSync,
        internalTopic("offsets.topic", replicas),
        internalTopic("transaction.state.log", replicas),
        "transaction.state.log.min.isr=" + minInSync,
        internalTopic("share.coordinator.state.topic", replicas),
        "share.coordinator.state.topic.min.isr=" + minInSync,
        // A lone consumer need not wait for others that might join.
        "group.initial.rebalance.delay.ms=0",
        "");
  }

  private static String internalTopic(String prefix, int replicas) {
    return "%s.num.partitions=5\n%s.replication.factor=%d".formatted(prefix, prefix, replicas);
  }

  private static String listeners(KafkaNode own) {
    List<String> listeners = new ArrayList<>();
    if (own.role().servesClients()) {
      listeners.add("PLAINTEXT://127.0.0.1:" + own.ports().client());
    }
    if (own.role().votes()) {
      listeners.add("CONTROLLER://127.0.0.1:" + own.ports().controller());
    }
    return String.join(",", listeners);
  }

  private static String voters(List<KafkaNode> cluster) {
    return cluster.stream()
        .filter(node -> node.role().votes())
        .map(node -> "%d@127.0.0.1:%d".formatted(node.id(), node.ports().controller()))
        .collect(Collectors.joining(","));
  }
}
