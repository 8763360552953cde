package io.brokerscope.monitor.canary;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes what the consumer read. Messages of other instances, and of earlier starts of this one,
 * only count as read.
 */
final class Receipts {
  private final UUID instance;
  private final Duration sla;
  private final ProbeRecord probes;

  /** By partition: where the consumer goes on. Read by other threads too. */
  private final Map<Integer, Long> positions = new ConcurrentHashMap<>();

  /**
   * @param instance whose messages are ours
   * @param sla from the send to the receipt
   */
  Receipts(UUID instance, Duration sla, ProbeRecord probes) {
    this.instance = instance;
    this.sla = sla;
    this.probes = probes;
  }

  /** Where the consumer goes on in a partition, 0 if it has not read anything of it. */
  long position(int partition) {
    return positions.getOrDefault(partition, 0L);
  }

  /**
   * @param records of one poll
   * @param nowNanos when it ended
   */
  void take(ConsumerRecords<byte[], byte[]> records, long nowNanos) {
    records.forEach(read -> Message.parse(read.value()).ifPresent(m -> take(read, m, nowNanos)));
    for (Map.Entry<TopicPartition, OffsetAndMetadata> next : records.nextOffsets().entrySet()) {
      passed(
          next.getKey().partition(),
          records.records(next.getKey()),
          next.getValue().offset(),
          nowNanos);
    }
  }

  /** Another consumer reads from the start again. */
  void restarted() {
    positions.clear();
  }

  /** Offsets start again at 0. */
  void topicMadeAgain() {
    probes.ledger().restarted();
  }

  private void take(ConsumerRecord<byte[], byte[]> read, Message message, long nowNanos) {
    int partition = read.partition();
    if (!message.instance().equals(instance) || message.partition() != partition) {
      return;
    }
    long latencyNanos = nowNanos - message.sentNanos();
    probes
        .ledger()
        .received(partition, message.sequence(), read.offset(), nowNanos)
        .ifPresent(route -> probes.instruments().received(route, latencyNanos));
    if (latencyNanos <= sla.toNanos()) {
      probes.consume().succeeded(partition, nowNanos);
    }
  }

  /** A position may go back: after a truncation, or as the consumer was rebuilt. */
  private void passed(
      int partition, List<ConsumerRecord<byte[], byte[]>> read, long position, long nowNanos) {
    Long before = positions.put(partition, position);
    long first = read.isEmpty() ? position : read.get(0).offset();
    long from = before == null ? first : Math.min(before, first);
    if (from < position) {
      probes.ledger().passed(partition, from, position, nowNanos);
    }
  }
}
