package io.brokerscope.monitor.cluster;

import java.util.List;
import org.apache.kafka.common.Uuid;

/**
 * A topic.
 *
 * @param id changes when a topic of the same name is made again; ZERO_UUID where brokers have none
 */
public record Topic(String name, Uuid id, List<Partition> partitions) {

  /** Stands for "no broker leads this partition". */
  public static final int NO_LEADER = -1;

  public Topic {
    partitions = List.copyOf(partitions);
  }

  /**
   * A partition.
   *
   * @param leader a broker's id, or {@link #NO_LEADER}
   * @param replicas brokers' ids; the first is the preferred leader
   * @param isr those in sync
   */
  public record Partition(int id, int leader, List<Integer> replicas, List<Integer> isr) {

    public Partition {
      replicas = List.copyOf(replicas);
      isr = List.copyOf(isr);
    }

    public boolean hasLeader() {
      return leader != NO_LEADER;
    }

    boolean leaderIsPreferred() {
      return !replicas.isEmpty() && replicas.get(0) == leader;
    }

    boolean underReplicated() {
      return isr.size() < replicas.size();
    }
  }

  /** Of all partitions the most; they differ only while replicas are moved. */
  int replicationFactor() {
    return partitions.stream().mapToInt(partition -> partition.replicas().size()).max().orElse(0);
  }
}
