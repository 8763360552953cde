package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSinkTest {

  @Test
  void holdsWhatWasPutInOrder() {
    ByteSink sink = new ByteSink();
    sink.put("a ".getBytes(StandardCharsets.UTF_8));
    sink.putDouble(1.5);
    sink.put((byte) '\n');
    assertEquals("a 1.5\n", new String(content(sink), StandardCharsets.UTF_8));
  }

  @Test
  void growsAsOneByteArrayOutputStreamDoes() {
    Random random = new Random(7);
    ByteSink sink = new ByteSink();
    ByteArrayOutputStream oracle = new ByteArrayOutputStream();
    for (int i = 0; i < 2_000; i++) {
      byte[] piece = new byte[random.nextInt(1_000)];
      random.nextBytes(piece);
      sink.put(piece);
      oracle.writeBytes(piece);
    }
    assertArrayEquals(oracle.toByteArray(), content(sink));
  }

  @Test
  void growsToAPieceLargerThanAnyStep() {
    ByteSink sink = new ByteSink();
    sink.put((byte) 1);
    sink.put(new byte[1 << 20]);
    assertEquals((1 << 20) + 1, sink.sizeBytes());
  }

  @Test
  void keepsItsMemoryWhenCleared() {
    ByteSink sink = new ByteSink();
    sink.put(new byte[100_000]);
    byte[] before = sink.array();
    sink.clear();
    sink.put(new byte[100_000]);
    assertEquals(100_000, sink.sizeBytes());
    assertSame(before, sink.array());
  }

  @Test
  void handsToItsDrainWhatItCannotHold() {
    Random random = new Random(8);
    ByteArrayOutputStream drained = new ByteArrayOutputStream();
    ByteSink sink = new ByteSink(new byte[500], (bytes, length) -> drained.write(bytes, 0, length));
    ByteArrayOutputStream oracle = new ByteArrayOutputStream();
    for (int i = 0; i < 2_000; i++) {
      byte[] piece = new byte[random.nextInt(1_000)];
      random.nextBytes(piece);
      sink.put(piece);
      oracle.writeBytes(piece);
    }
    sink.drain();
    assertArrayEquals(oracle.toByteArray(), drained.toByteArray());
    assertEquals(ByteSink.SMALLEST_CAPACITY_BYTES, sink.array().length);
  }

  private static byte[] content(ByteSink sink) {
    return Arrays.copyOf(sink.array(), sink.sizeBytes());
  }
}
