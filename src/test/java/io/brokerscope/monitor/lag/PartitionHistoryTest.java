package io.brokerscope.monitor.lag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.monitor.lag.PartitionHistory.Look;
import java.util.OptionalLong;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

class PartitionHistoryTest {
  private static final Uuid TOPIC = new Uuid(1, 1);
  private static final Uuid TOPIC_MADE_AGAIN = new Uuid(1, 2);

  private final PartitionHistory history = new PartitionHistory();

  @Test
  void aLogThatWasCutBeginsAnew() {
    history.endsAt(TOPIC, 10, 1_000);
    history.endsAt(TOPIC, 20, 2_000);
    history.endsAt(TOPIC, 12, 3_000);
    history.endsAt(TOPIC, 20, 4_000);

    assertEquals(OptionalLong.of(3_500), history.ends().writtenMillis(16));
  }

  @Test
  void aTopicThatWasMadeAgainBeginsAnew() {
    history.endsAt(TOPIC, 10, 1_000);
    history.endsAt(TOPIC, 20, 2_000);
    history.endsAt(TOPIC_MADE_AGAIN, 30, 3_000);

    assertEquals(OptionalLong.empty(), history.ends().writtenMillis(16));
    assertEquals(OptionalLong.empty(), history.ends().writtenMillis(25));
  }

  @Test
  void whereOnlyTheEndIsToldTheLogBeginsWhereItDid() {
    history.look(new Look(true, OptionalLong.of(5), OptionalLong.of(10)));
    history.look(new Look(true, OptionalLong.empty(), OptionalLong.of(12)));

    assertEquals(new Look(true, OptionalLong.of(5), OptionalLong.of(12)), history.look());
  }

  @Test
  void whereNothingIsToldNothingIsKnown() {
    history.look(new Look(true, OptionalLong.of(5), OptionalLong.of(10)));
    history.look(new Look(true, OptionalLong.empty(), OptionalLong.empty()));

    assertEquals(new Look(true, OptionalLong.empty(), OptionalLong.empty()), history.look());
  }
}
