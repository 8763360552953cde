package io.brokerscope.packs.clients;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM without Kafka that holds memory on its heap and beside it, makes hardly any garbage, and
 * has that collected all the time.
 */
public final class MemoryHolder {
  public static final int HELD_BYTES = 8 << 20;
  public static final int BUFFERS = 4;

  private static final int PAUSE_MILLIS = 200;

  private final byte[] onHeap = new byte[HELD_BYTES];
  private final List<ByteBuffer> besideHeap = new ArrayList<>();

  private MemoryHolder() {
    for (int i = 0; i < BUFFERS; i++) {
      besideHeap.add(ByteBuffer.allocateDirect(HELD_BYTES / BUFFERS));
    }
  }

  public static void main(String[] args) throws InterruptedException {
    MemoryHolder holder = new MemoryHolder();
    while (true) {
      System.gc();
      Thread.sleep(PAUSE_MILLIS);
      holder.touch();
    }
  }

  /** What nobody touches again need not be held. */
  private void touch() {
    onHeap[0]++;
    besideHeap.get(0).put(0, onHeap[0]);
  }
}
