package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.config.MonitorConfig.CanaryPace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
  private static final Duration SLA = Duration.ofNanos(1_000);
  private static final TopicPartition PARTITION = new TopicPartition("canary", 0);
  private static final Route ROUTE = new Route(0, 1);
  private static final UUID OWN = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private final ProbeRecord probes = ProbeRecord.of(new CanaryPace(SLA, SLA, SLA, SLA, SLA));
  private final Receipts receipts = new Receipts(OWN, SLA, probes);
  private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

  @Test
  void an_own_message_is_received() {
    acked(100);
    reads(100, OWN, 0);

    takes(101);

    assertEquals(1, count(Outcome.DELIVERED));
    assertEquals(Optional.of(Duration.ZERO), probes.consume().age(0, 10));
    assertEquals(101, receipts.position(0));
  }

  @Test
  void a_message_of_another_instance_is_not_ours_but_was_passed() {
    acked(100);
    reads(99, OTHER, 0);
    reads(100, OTHER, 0);

    takes(101);

    assertEquals(1, count(Outcome.LOST));
    assertEquals(Optional.empty(), probes.consume().age(0, 10));
  }

  @Test
  void offsets_before_the_first_one_read_were_not_passed() {
    acked(99);
    reads(100, OTHER, 0);

    takes(101);

    assertEquals(0, count(Outcome.LOST));
  }

  @Test
  void offsets_that_the_position_jumps_over_were_passed() {
    acked(102);
    reads(100, OTHER, 0);
    takes(101);
    reads(105, OTHER, 1);

    takes(106);

    assertEquals(1, count(Outcome.LOST));
  }

  @Test
  void offsets_that_are_read_again_after_a_truncation_were_passed() {
    acked(97);
    reads(100, OTHER, 0);
    takes(101);
    reads(96, OTHER, 1);
    reads(97, OTHER, 2);

    takes(98);

    assertEquals(1, count(Outcome.LOST));
  }

  @Test
  void a_message_that_comes_late_is_no_success() {
    acked(100);
    reads(100, OWN, 0);

    receipts.take(polled(101), SLA.toNanos() + 1);

    assertEquals(1, count(Outcome.LATE));
    assertEquals(Optional.empty(), probes.consume().age(0, 2_000));
  }

  private void acked(long offset) {
    long sequence = probes.ledger().sent(ROUTE, 0);
    probes.ledger().acked(0, sequence, offset, 1);
  }

  private void reads(long offset, UUID instance, long sequence) {
    byte[] value = new Message(instance, 0, sequence, 0).bytes();
    read.add(new ConsumerRecord<>("canary", 0, offset, null, value));
  }

  private void takes(long position) {
    receipts.take(polled(position), 10);
  }

  private ConsumerRecords<byte[], byte[]> polled(long position) {
    List<ConsumerRecord<byte[], byte[]>> records = List.copyOf(read);
    read.clear();
    return new ConsumerRecords<>(
        Map.of(PARTITION, records), Map.of(PARTITION, new OffsetAndMetadata(position)));
  }

  private long count(Outcome outcome) {
    return probes.ledger().counts(10).routes().get(ROUTE).outcomes().get(outcome);
  }
}
