package io.brokerscope.monitor.cluster;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * Where partitions' logs begin and end.
 *
 * @param ends the offset the next message gets (the high watermark)
 * @param starts the offset of the oldest message there may be
 * @param missing partitions with a leader that gave no end, or an end and no start
 */
public record Offsets(
    Map<TopicPartition, Long> ends, Map<TopicPartition, Long> starts, int missing) {

  public Offsets {
    ends = Collections.unmodifiableMap(ends);
    starts = Collections.unmodifiableMap(starts);
  }

  public OptionalLong end(TopicPartition partition) {
    return of(ends, partition);
  }

  public OptionalLong start(TopicPartition partition) {
    return of(starts, partition);
  }

  private static OptionalLong of(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    Long offset = offsets.get(partition);
    return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
  }
}
