package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageTest {
  private static final Message MESSAGE =
      new Message(UUID.fromString("0e7a2c4e-93bd-4a1c-8f6e-2b5d7c9a1e3f"), 5, 1L << 40, -17);

  @Test
  void what_is_written_is_read() {
    assertEquals(Optional.of(MESSAGE), Message.parse(MESSAGE.bytes()));
  }

  @Test
  void another_version_is_not_read() {
    byte[] bytes = MESSAGE.bytes();
    bytes[0]++;

    assertEquals(Optional.empty(), Message.parse(bytes));
  }

  @Test
  void another_size_is_not_read() {
    assertEquals(Optional.empty(), Message.parse(new byte[] {1}));
    assertEquals(Optional.empty(), Message.parse(new byte[0]));
  }

  @Test
  void a_tombstone_is_not_read() {
    assertEquals(Optional.empty(), Message.parse(null));
  }
}
