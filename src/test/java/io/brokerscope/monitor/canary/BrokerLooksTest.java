package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Test;

class BrokerLooksTest {
  private static final Set<Integer> REPLICAS = Set.of(1, 2, 3);

  private final BrokerLooks brokers = new BrokerLooks();

  @Test
  void a_broker_is_settled_after_three_looks_in_a_row() {
    look(live(1), live(2));
    look(live(1), fenced(2));
    assertEquals(List.of(1), brokers.unfenced());
    assertEquals(List.of(), brokers.settled());

    look(live(1), live(2));

    assertEquals(List.of(1, 2), brokers.unfenced());
    assertEquals(List.of(1), brokers.settled());
  }

  @Test
  void a_broker_that_is_down_is_not_gone() {
    for (int i = 0; i < 5; i++) {
      look(live(1), live(2), fenced(3));
    }

    assertEquals(List.of(), brokers.gone());
  }

  @Test
  void a_broker_that_is_not_registered_is_gone_after_three_looks_in_a_row() {
    look(live(1), live(2));
    look(live(1), live(2));
    assertEquals(List.of(), brokers.gone());

    look(live(1), live(2));

    assertEquals(List.of(3), brokers.gone());
  }

  @Test
  void nobody_is_gone_where_brokers_that_are_down_are_not_listed() {
    for (int i = 0; i < 5; i++) {
      brokers.looked(List.of(live(1)), false, REPLICAS);
    }

    assertEquals(List.of(), brokers.gone());
  }

  private void look(Node... nodes) {
    brokers.looked(List.of(nodes), true, REPLICAS);
  }

  private static Node live(int id) {
    return new Node(id, "localhost", 9092);
  }

  private static Node fenced(int id) {
    return new Node(id, "localhost", 9092, null, true);
  }
}
