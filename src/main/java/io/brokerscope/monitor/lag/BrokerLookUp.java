package io.brokerscope.monitor.lag;

import io.brokerscope.monitor.cluster.OffsetCollector;
import io.brokerscope.monitor.kafka.Question;
import io.brokerscope.monitor.kafka.RequestBudget;
import io.brokerscope.monitor.lag.RecordTimes.Found;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks up time stamps with the cycle's client and within its budget.
 *
 * @param brokers that a question may have to go to
 */
public record BrokerLookUp(Question question, RequestBudget budget, int brokers)
    implements TimeLookUp {

  /** One more than brokers: the client may have to look for leaders again. */
  @Override
  public boolean mayAsk() {
    return budget.allows(brokers + 1);
  }

  @Override
  public Map<TopicPartition, Found> ask(Map<TopicPartition, Long> millis)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
    millis.forEach((partition, time) -> specs.put(partition, OffsetSpec.forTimestamp(time)));
    return OffsetCollector.ask(question, "list_offsets_by_time", specs)
        .map(
            info ->
                new Found(info.offset(), info.offset() < 0 ? Found.NO_RECORD : info.timestamp()))
        .values();
  }
}
