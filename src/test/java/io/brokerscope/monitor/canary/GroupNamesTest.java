package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class GroupNamesTest {
  private final GroupNames names = new GroupNames("host.a");

  @Test
  void only_an_own_name_in_full_is_own() {
    assertTrue(names.isOwn("kafka-canary-host.a-0"));
    assertTrue(names.isOwn("kafka-canary-host.a-117"));
    assertFalse(names.isOwn("kafka-canary-hostXa-0"));
    assertFalse(names.isOwn("kafka-canary-host.a-0-1"));
    assertFalse(names.isOwn("kafka-canary-host.a-"));
    assertFalse(names.isOwn("my-kafka-canary-host.a-0"));
  }

  @Test
  void every_leader_of_the_offsets_topic_gets_the_first_group_that_is_its_own() {
    Map<Integer, Integer> leaders = new TreeMap<>();
    for (int partition = 0; partition < 50; partition++) {
      leaders.put(partition, partition == 33 ? 9 : partition % 3);
    }

    Map<Integer, String> groups = names.byCoordinator(new OffsetsTopic(50, leaders));

    Map<Integer, String> expected = new TreeMap<>();
    for (int k = 999; k >= 0; k--) {
      String group = "kafka-canary-host.a-" + k;
      expected.put(leaders.get(Utils.abs(group.hashCode()) % 50), group);
    }
    assertEquals(expected, groups);
    assertEquals(4, groups.size());
  }

  @Test
  void a_partition_without_a_leader_has_no_coordinator() {
    Map<Integer, String> groups = names.byCoordinator(new OffsetsTopic(5, Map.of(2, 7)));

    assertEquals(1, groups.size());
    assertEquals(2, GroupNames.partition(groups.get(7), 5));
  }

  @Test
  void the_one_hash_without_an_absolute_value_is_partition_0() {
    String smallestHash = "polygenelubricants";
    assertEquals(Integer.MIN_VALUE, smallestHash.hashCode());

    assertEquals(0, GroupNames.partition(smallestHash, 50));
  }
}
