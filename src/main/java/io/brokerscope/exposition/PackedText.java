package io.brokerscope.exposition;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The beginning of a document, compressed once for all scrapes of it: a twentieth of the memory,
 * and neither form has to be written or compressed again. Immutable. A {@link Packer} makes it.
 */
public final class PackedText {
  /** Nothing: the document begins with what follows. */
  public static final PackedText NONE = new PackedText(new byte[0], 0, 0);

  /** Whole blocks of a deflate stream (RFC 1951) that goes on behind them. */
  private final byte[] deflated;

  private final int sizeBytes;
  private final int checksum;

  PackedText(byte[] deflated, int sizeBytes, int checksum) {
    this.deflated = deflated;
    this.sizeBytes = sizeBytes;
    this.checksum = checksum;
  }

  /** Of the text. */
  public int sizeBytes() {
    return sizeBytes;
  }

  byte[] deflated() {
    return deflated;
  }

  /** The CRC-32 of the text. */
  int checksum() {
    return checksum;
  }

  /** Writes the text in pieces. */
  void writeTo(OutputStream out, int pieceBytes) throws IOException {
    byte[] piece = new byte[Math.min(pieceBytes, sizeBytes)];
    boolean withoutZlibHeader = true;
    Inflater inflater = new Inflater(withoutZlibHeader);
    try {
      inflater.setInput(deflated);
      int left = sizeBytes;
      while (left > 0) {
        int inflated = inflater.inflate(piece);
        out.write(piece, 0, inflated);
        left -= inflated;
      }
    } catch (DataFormatException e) {
      throw new IllegalStateException("what a Packer made cannot be read", e);
    } finally {
      inflater.end();
    }
  }
}
