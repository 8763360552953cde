package io.brokerscope.monitor.canary;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the canary does, for people to read.
 *
 * @param partitions of its topic, ascending
 * @param coordinators of groups, by broker id, ascending
 * @param produceUp whether every partition took a probe lately
 * @param consumeUp whether every partition gave a probe back in time lately
 * @param commitUp whether every coordinator took a commit lately
 * @param topicProblem one line on what is wrong with the topic
 */
public record CanaryState(
    List<PartitionState> partitions,
    List<CoordinatorState> coordinators,
    boolean produceUp,
    boolean consumeUp,
    boolean commitUp,
    Optional<String> topicProblem) {

  public CanaryState {
    partitions = List.copyOf(partitions);
    coordinators = List.copyOf(coordinators);
  }

  /**
   * One partition.
   *
   * @param leader the broker that leads it, or the last that did
   * @param produceAge since a probe was acked; absent if none ever was
   * @param receiveAge since a probe came back in time; absent if none ever did
   * @param inFlight probes of which it is not yet known what becomes of them
   */
  public record PartitionState(
      int partition,
      int leader,
      Optional<Duration> produceAge,
      Optional<Duration> receiveAge,
      int inFlight) {}

  /**
   * One coordinator.
   *
   * @param commitAge since a commit worked; absent if none ever did
   */
  public record CoordinatorState(int broker, Optional<Duration> commitAge) {}
}
