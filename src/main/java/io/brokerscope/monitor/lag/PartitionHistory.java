package io.brokerscope.monitor.lag;

import org.apache.kafka.common.Uuid;

/**
 * What is known of a partition that groups read.
 *
 * @param topicId of the topic it is about: one made again under the same name has another history
 */
record PartitionHistory(Uuid topicId, EndHistory ends, RecordTimes times) {
  static PartitionHistory of(Uuid topicId) {
    return new PartitionHistory(topicId, new EndHistory(), new RecordTimes());
  }
}
