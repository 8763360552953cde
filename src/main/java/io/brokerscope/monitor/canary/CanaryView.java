package io.brokerscope.monitor.canary;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/**
 * What the topic's keeper last saw. Immutable.
 *
 * @param topicId absent if there is no topic now
 * @param leaders by partition; the last known one of a partition without; stays when the topic
 *     vanishes, so that probes go on and fail
 * @param offsetsTopic absent if there is none yet, or it may not be seen
 * @param brokersWithoutLeader live brokers that no partition is led by
 * @param problem one line on what is wrong with the topic
 */
record CanaryView(
    Optional<Uuid> topicId,
    SortedMap<Integer, Integer> leaders,
    Optional<OffsetsTopic> offsetsTopic,
    int brokersWithoutLeader,
    Optional<String> problem) {

  static final CanaryView NOTHING =
      new CanaryView(
          Optional.empty(),
          new TreeMap<>(),
          Optional.empty(),
          0,
          Optional.of("the topic has not been looked at yet"));

  CanaryView withProblem(String text) {
    return new CanaryView(topicId, leaders, offsetsTopic, brokersWithoutLeader, Optional.of(text));
  }

  Stream<Route> routes() {
    return leaders.entrySet().stream().map(CanaryView::route);
  }

  private static Route route(Map.Entry<Integer, Integer> leader) {
    return new Route(leader.getKey(), leader.getValue());
  }
}
