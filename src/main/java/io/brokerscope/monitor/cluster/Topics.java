package io.brokerscope.monitor.cluster;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The chosen topics as one look found them.
 *
 * @param byName in the order of names
 * @param offsetsListed whether the topic of committed offsets is there, chosen or not
 * @param missing topics that exist and could not be described
 */
public record Topics(Map<String, Topic> byName, boolean offsetsListed, int missing) {

  public Topics {
    byName = Collections.unmodifiableMap(new TreeMap<>(byName));
  }

  public int partitionCount() {
    return byName.values().stream().mapToInt(topic -> topic.partitions().size()).sum();
  }
}
