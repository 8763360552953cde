package io.brokerscope.demo.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The server.properties of a combined KRaft node (broker and controller) in a cluster on loopback.
 */
final class ServerProperties {

  private ServerProperties() {}

  /**
   * The file's text.
   *
   * @param id from 1; the node's own ports are the id-th of {@code cluster}
   * @param cluster the ports of all nodes
   */
  static String of(int id, List<NodePorts> cluster, Path dataFolder) {
    NodePorts own = cluster.get(id - 1);
    int replicas = Math.min(3, cluster.size());
    int minInSync = Math.max(1, replicas - 1);
    return String.join(
        "\n",
        "process.roles=broker,controller",
        "node.id=" + id,
        "controller.quorum.voters=" + voters(cluster),
        "listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(own.client(), own.controller()),
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

  private static String voters(List<NodePorts> cluster) {
    return IntStream.range(0, cluster.size())
        .mapToObj(node -> "%d@127.0.0.1:%d".formatted(node + 1, cluster.get(node).controller()))
        .collect(Collectors.joining(","));
  }
}
