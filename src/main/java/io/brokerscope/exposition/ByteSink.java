package io.brokerscope.exposition;

import java.util.Arrays;

/**
 * A growing array of bytes that a document is written into.
 *
 * <p>The bargain: one thread at a time, and nothing is checked. What is put must be UTF-8 already,
 * and the puts together must make legal lines. In exchange a put is a copy and no more. A sink
 * comes from {@link BodyPool#takeSink} and becomes a {@link MetricsBody} by {@link
 * BodyPool#finish}, which empties it.
 */
public final class ByteSink {
  private static final byte[] NOTHING = {};

  /** Holds the scrape of a small JVM without growing. */
  static final int SMALLEST_CAPACITY_BYTES = 64 * 1024;

  private final Drain drain; // null for a sink that grows
  private byte[] bytes;
  private int size;

  /** Takes what is in a sink. */
  @FunctionalInterface
  interface Drain {
    void take(byte[] bytes, int length);
  }

  /** Writes into the array, from its start, and leaves it when it is too small. */
  ByteSink(byte[] bytes) {
    this(bytes, null);
  }

  ByteSink() {
    this(NOTHING);
  }

  /** Empties itself into the drain, if there is one, when the array is full. */
  ByteSink(byte[] bytes, Drain drain) {
    this.bytes = bytes;
    this.drain = drain;
  }

  public void put(byte[] source) {
    put(source, 0, source.length);
  }

  void put(byte[] source, int start, int length) {
    reserve(length);
    System.arraycopy(source, start, bytes, size, length);
    size += length;
  }

  public void put(byte value) {
    reserve(1);
    bytes[size++] = value;
  }

  /**
   * Puts the value as both formats write it: a plain integer, the shortest decimal, or NaN and the
   * infinities.
   */
  public void putDouble(double value) {
    reserve(DoubleText.MAX_BYTES);
    size = DoubleText.write(value, bytes, size);
  }

  /** The number of bytes put since the sink was taken, cleared or drained. */
  public int sizeBytes() {
    return size;
  }

  /** Forgets what was put and keeps the memory. */
  public void clear() {
    size = 0;
  }

  /** The bytes put, from index 0 to {@link #sizeBytes}; valid until the next put. */
  byte[] array() {
    return bytes;
  }

  /**
   * Makes room for that many more bytes, to be written into {@link #array} from {@link #sizeBytes}
   * on.
   */
  void reserve(int moreBytes) {
    if (moreBytes > bytes.length - size) {
      makeRoom(moreBytes);
    }
  }

  private void makeRoom(int moreBytes) {
    if (drain != null) {
      drain();
    }
    if (moreBytes > bytes.length - size) {
      grow(moreBytes);
    }
  }

  /** Empties a sink that has a drain. */
  void drain() {
    drain.take(bytes, size);
    size = 0;
  }

  /** Counts bytes that the caller has written into the reserved room. */
  void advance(int writtenBytes) {
    size += writtenBytes;
  }

  /** The bytes put, in an array of just their size. */
  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }

  /** Hands the array over: the sink is empty afterwards and holds no memory. */
  byte[] detach() {
    byte[] detached = bytes;
    bytes = NOTHING;
    size = 0;
    return detached;
  }

  /**
   * By half, not by twice: the pool keeps these arrays, so what is not filled is wasted for good.
   */
  private void grow(int moreBytes) {
    int needed = Math.addExact(size, moreBytes);
    int roomy = (int) Math.min(bytes.length + (long) (bytes.length >> 1), Integer.MAX_VALUE - 8L);
    bytes = Arrays.copyOf(bytes, Math.max(Math.max(needed, roomy), SMALLEST_CAPACITY_BYTES));
  }
}
