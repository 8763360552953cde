package io.brokerscope.exposition;

import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses the beginning of a document while it is written, so that the text never stands in
 * memory as a whole. For one thread and one document.
 */
public final class Packer {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final ByteSink text = new ByteSink(new byte[BUFFER_BYTES], this::pack);
  private final ByteSink packed = new ByteSink();
  private final Deflater deflater = Gzip.newDeflater();
  private final CRC32 checksum = new CRC32();
  private int sizeBytes;

  /** Takes the text, but for {@link Encoder#end}; the same sink each time. */
  public ByteSink sink() {
    return text;
  }

  private void pack(byte[] bytes, int length) {
    checksum.update(bytes, 0, length);
    sizeBytes = Math.addExact(sizeBytes, length);
    Gzip.deflate(bytes, length, deflater, packed);
  }

  /**
   * Ends the work.
   *
   * @throws ArithmeticException in this method or while writing, for more than 2 GiB of text
   */
  public PackedText finish() {
    text.drain();
    Gzip.endBlock(deflater, packed);
    deflater.end();
    return new PackedText(packed.copy(), sizeBytes, (int) checksum.getValue());
  }
}
