package io.brokerscope.exposition;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;

/**
 * A finished document, shared by all requests that joined one pass. It starts with one holder; each
 * further one calls {@link #retain}, and each calls {@link #close} once. The last close gives the
 * memory back to the pool.
 *
 * <p>Thread-safe. Every method throws IllegalStateException when nobody holds the body any more.
 */
public final class MetricsBody implements AutoCloseable {
  /**
   * The buffer that the JDK's HTTP server keeps for each connection grows to twice the largest
   * single write and never shrinks (sun.net.httpserver.Request.WriteStream), so a document of
   * megabytes is written in pieces.
   */
  private static final int CHUNK_BYTES = 32 * 1024;

  private final BodyPool pool;
  private final Format format;
  private final PackedText before;
  private final byte[] rest;
  private final int restBytes;
  private final int sizeBytes;
  private final AtomicInteger holders = new AtomicInteger(1);
  private final Object gzipLock = new Object();
  private byte[] gzip; // guarded by gzipLock; null until somebody wants it
  private int gzipSizeBytes;

  /**
   * Makes a body with one holder.
   *
   * @param before the document's beginning, which the rest goes on with
   * @param restBytes how many bytes of that array count
   */
  MetricsBody(BodyPool pool, Format format, PackedText before, byte[] rest, int restBytes) {
    this.pool = pool;
    this.format = format;
    this.before = before;
    this.rest = rest;
    this.restBytes = restBytes;
    this.sizeBytes = Math.addExact(before.sizeBytes(), restBytes);
  }

  public Format format() {
    checkHeld();
    return format;
  }

  public int sizeBytes() {
    checkHeld();
    return sizeBytes;
  }

  /** Writes the document in pieces of at most 32 KiB; neither flushes nor closes the stream. */
  public void writeTo(OutputStream out) throws IOException {
    checkHeld();
    before.writeTo(out, CHUNK_BYTES);
    writeChunks(rest, restBytes, out);
  }

  /** The size of the gzip form, which is made at the first call and shared by all holders. */
  public int gzipSizeBytes() {
    gzipBytes();
    return gzipSizeBytes;
  }

  /** Writes the gzip form (RFC 1952) as {@link #writeTo} writes the plain one. */
  public void writeGzipTo(OutputStream out) throws IOException {
    byte[] bytes = gzipBytes();
    writeChunks(bytes, gzipSizeBytes, out);
  }

  /** Adds a holder. */
  public MetricsBody retain() {
    if (holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0) {
      throw released();
    }
    return this;
  }

  /** Takes a holder away. Not idempotent, unlike most: each holder closes exactly once. */
  @Override
  public void close() {
    int before = holders.getAndUpdate(count -> count == 0 ? 0 : count - 1);
    if (before == 0) {
      throw released();
    }
    if (before == 1) {
      giveBack();
    }
  }

  private void giveBack() {
    pool.givePlain(rest, restBytes);
    synchronized (gzipLock) {
      if (gzip != null) {
        pool.giveGzip(gzip, gzipSizeBytes);
      }
    }
  }

  private byte[] gzipBytes() {
    synchronized (gzipLock) {
      checkHeld();
      if (gzip == null) {
        compress();
      }
      return gzip;
    }
  }

  private void compress() {
    ByteSink sink = pool.takeGzipSink();
    Deflater deflater = pool.takeDeflater();
    Gzip.compress(before, rest, restBytes, deflater, sink);
    pool.giveDeflater(deflater);
    gzipSizeBytes = sink.sizeBytes();
    gzip = sink.detach();
  }

  private void checkHeld() {
    if (holders.get() == 0) {
      throw released();
    }
  }

  private static IllegalStateException released() {
    return new IllegalStateException(
        "This metrics body was released: its last holder has closed it and its memory"
            + " may hold another scrape. Call retain() for each further holder,"
            + " and close() once a holder.");
  }

  private static void writeChunks(byte[] bytes, int length, OutputStream out) throws IOException {
    for (int from = 0; from < length; from += CHUNK_BYTES) {
      out.write(bytes, from, Math.min(CHUNK_BYTES, length - from));
    }
  }
}
