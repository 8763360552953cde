package io.brokerscope.packs;

import java.util.Map;
import java.util.Random;

/**
 * A topic whose broker compresses what producers send as it is, which makes a request a lot of work
 * for it and next to none for its client.
 */
final class CompressingTopic {
  static final String NAME = "compressed-by-the-broker";
  static final int RECORD_BYTES = 300_000;

  private CompressingTopic() {}

  static void createOn(DebugNode node) throws Exception {
    node.createTopic(NAME, 1, Map.of("compression.type", "gzip"));
  }

  /** Zeros and ones: a sixth remains of them, and gzip takes long to look for repeats. */
  static byte[] record() {
    Random random = new Random(1);
    byte[] bits = new byte[RECORD_BYTES];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = (byte) random.nextInt(2);
    }
    return bits;
  }
}
