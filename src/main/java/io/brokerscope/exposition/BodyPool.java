package io.brokerscope.exposition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.Deflater;

/**
 * Keeps the memory of finished bodies for the next ones, so that a scrape of megabytes allocates
 * none. Thread-safe.
 *
 * <p>A sink that is taken and never finished is simply lost to the pool.
 */
public final class BodyPool {
  // Apart, because the arrays of the two kinds differ in size by about ten times.
  private final ArrayPool plainArrays = new ArrayPool();
  private final ArrayPool gzipArrays = new ArrayPool();
  private final Deque<Deflater> deflaters = new ArrayDeque<>(ArrayPool.KEPT);

  /** An empty sink for the next document. */
  public ByteSink takeSink() {
    return plainArrays.takeSink();
  }

  /**
   * Makes a body, with one holder, of what the sink holds. The sink gives its memory away: it is
   * empty afterwards.
   */
  public MetricsBody finish(ByteSink sink, Format format) {
    return finish(PackedText.NONE, sink, format);
  }

  /**
   * As the other, of a document that begins with a text that is already packed.
   *
   * @throws ArithmeticException for more than 2 GiB
   */
  public MetricsBody finish(PackedText before, ByteSink sink, Format format) {
    int sizeBytes = sink.sizeBytes();
    return new MetricsBody(this, format, before, sink.detach(), sizeBytes);
  }

  ByteSink takeGzipSink() {
    return gzipArrays.takeSink();
  }

  synchronized Deflater takeDeflater() {
    Deflater kept = deflaters.poll();
    return kept != null ? kept : Gzip.newDeflater();
  }

  void givePlain(byte[] array, int usedBytes) {
    plainArrays.give(array, usedBytes);
  }

  void giveGzip(byte[] array, int usedBytes) {
    gzipArrays.give(array, usedBytes);
  }

  synchronized void giveDeflater(Deflater deflater) {
    if (deflaters.size() < ArrayPool.KEPT) {
      deflaters.push(deflater);
    } else {
      deflater.end();
    }
  }
}
