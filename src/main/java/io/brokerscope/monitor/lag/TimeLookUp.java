package io.brokerscope.monitor.lag;

import io.brokerscope.monitor.lag.RecordTimes.Found;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Asks brokers for the first record that is at least so young, of many partitions at once. */
interface TimeLookUp {
  /** Whether another question may be asked. */
  boolean mayAsk();

  /**
   * One question.
   *
   * @param millis times asked for
   * @return the records; {@link Found#NO_RECORD}, without an offset, where none is so young.
   *     Without partitions that gave no answer
   */
  Map<TopicPartition, Found> ask(Map<TopicPartition, Long> millis) throws InterruptedException;
}
