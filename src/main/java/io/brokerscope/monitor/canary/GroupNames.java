package io.brokerscope.monitor.canary;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names of the groups that the commit probe commits for: {@code kafka-canary-<instance>-<k>}. */
final class GroupNames {
  /** Consecutive numbers spread over the partitions; far fewer reach every one of them. */
  private static final int NUMBERS_TRIED = 10_000;

  private final String prefix;
  private final Pattern own;

  GroupNames(String instance) {
    prefix = "kafka-canary-" + instance + "-";
    own = Pattern.compile(Pattern.quote(prefix) + "\\d+");
  }

  String group(int number) {
    return prefix + number;
  }

  boolean isOwn(String group) {
    return own.matcher(group).matches();
  }

  /**
   * For each broker that leads a partition of the offsets topic, the first group that it
   * coordinates.
   */
  Map<Integer, String> byCoordinator(OffsetsTopic topic) {
    Map<Integer, String> groups = new TreeMap<>();
    long coordinators = topic.leaders().values().stream().distinct().count();
    for (int number = 0; number < NUMBERS_TRIED && groups.size() < coordinators; number++) {
      String group = group(number);
      Integer coordinator = topic.leaders().get(partition(group, topic.partitions()));
      if (coordinator != null) {
        groups.putIfAbsent(coordinator, group);
      }
    }
    return groups;
  }

  /**
   * As the broker does: GroupCoordinatorService.partitionFor takes the absolute value, and 0 for
   * the one integer that has none.
   */
  static int partition(String group, int partitions) {
    int hash = group.hashCode();
    return hash == Integer.MIN_VALUE ? 0 : Math.abs(hash) % partitions;
  }
}
