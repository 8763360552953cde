package io.brokerscope.monitor.canary;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * A probe's text: 37 bytes, big-endian.
 *
 * @param instance one for each start of a canary
 * @param sequence unique within instance and partition
 * @param sentNanos by the sender's monotonic clock, which is nobody else's
 */
record Message(UUID instance, int partition, long sequence, long sentNanos) {
  private static final byte VERSION = 1;
  private static final int SIZE_BYTES = Byte.BYTES + Integer.BYTES + 4 * Long.BYTES;

  byte[] bytes() {
    return ByteBuffer.allocate(SIZE_BYTES)
        .put(VERSION)
        .putLong(instance.getMostSignificantBits())
        .putLong(instance.getLeastSignificantBits())
        .putInt(partition)
        .putLong(sequence)
        .putLong(sentNanos)
        .array();
  }

  /** Empty for what another version, or somebody else, wrote. */
  static Optional<Message> parse(byte[] bytes) {
    if (bytes == null || bytes.length != SIZE_BYTES || bytes[0] != VERSION) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, SIZE_BYTES - 1);
    UUID instance = new UUID(buffer.getLong(), buffer.getLong());
    return Optional.of(new Message(instance, buffer.getInt(), buffer.getLong(), buffer.getLong()));
  }
}
