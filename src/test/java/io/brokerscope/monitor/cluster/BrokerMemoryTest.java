package io.brokerscope.monitor.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Test;

class BrokerMemoryTest {
  private static final Node ONE = new Node(1, "one", 9092);
  private static final Node TWO = new Node(2, "two", 9092);
  private static final Node TWO_FENCED = new Node(2, "two", 9092, null, true);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final BrokerMemory memory = new BrokerMemory(Duration.ofSeconds(60));

  private Map<Integer, Boolean> upById(List<Node> listed, long nanoTime) {
    return memory.update(listed, nanoTime).stream()
        .collect(Collectors.toMap(Broker::id, Broker::up));
  }

  @Test
  void aListedBrokerIsUp() {
    assertEquals(Map.of(1, true, 2, true), upById(List.of(ONE, TWO), 0));
  }

  @Test
  void aFencedBrokerIsDown() {
    assertEquals(Map.of(1, true, 2, false), upById(List.of(ONE, TWO_FENCED), 0));
  }

  @Test
  void aBrokerThatIsNoLongerListedIsDown() {
    upById(List.of(ONE, TWO), 0);

    assertEquals(Map.of(1, true, 2, false), upById(List.of(ONE), SECOND));
  }

  @Test
  void whereTheDeadAreListedOneThatIsNotHasLeft() {
    upById(List.of(ONE, TWO), 0);

    assertEquals(
        List.of(1), memory.replace(List.of(ONE), SECOND).stream().map(Broker::id).toList());
    assertEquals(Map.of(1, false), upById(List.of(), 2 * SECOND));
  }

  @Test
  void afterAWhileItIsForgotten() {
    upById(List.of(ONE, TWO), 0);

    assertEquals(Map.of(1, true), upById(List.of(ONE), 61 * SECOND));
  }

  @Test
  void whenNothingIsListedAllAreDown() {
    upById(List.of(ONE, TWO), 0);

    assertEquals(Map.of(1, false, 2, false), upById(List.of(), SECOND));
  }
}
