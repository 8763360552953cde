package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedTextTest {
  private final BodyPool pool = new BodyPool();

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 7", "7, 0", "1, 1", "5000, 3", "3, 5000", "200000, 1000", "50000, 50000"})
  void aDocumentGoesOnBehindIt(int packedLines, int otherLines) throws IOException {
    try (MetricsBody body = body(packedLines, otherLines)) {
      String expected = lines(0, packedLines) + lines(packedLines, otherLines);
      assertEquals(expected, plain(body));
      assertEquals(expected, unzip(gzip(body)));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 7", "5000, 3"})
  void theSizesOfTheDocumentCountIt(int packedLines, int otherLines) throws IOException {
    try (MetricsBody body = body(packedLines, otherLines)) {
      assertEquals(plain(body).length(), body.sizeBytes());
      assertEquals(gzip(body).length, body.gzipSizeBytes());
    }
  }

  @Test
  void manyDocumentsBeginWithIt() throws IOException {
    PackedText packed = packed(1_000);
    for (int i = 0; i < 3; i++) {
      ByteSink sink = pool.takeSink();
      sink.put(ascii("end " + i));
      try (MetricsBody body = pool.finish(packed, sink, Format.TEXT)) {
        assertEquals(lines(0, 1_000) + "end " + i, unzip(gzip(body)));
      }
    }
  }

  @Test
  void takesASmallPartOfTheMemoryOfItsText() {
    PackedText packed = packed(100_000);
    assertEquals(lines(0, 100_000).length(), packed.sizeBytes());
    assertTrue(packed.deflated().length < packed.sizeBytes() / 5);
  }

  private MetricsBody body(int packedLines, int otherLines) {
    ByteSink sink = pool.takeSink();
    sink.put(ascii(lines(packedLines, otherLines)));
    return pool.finish(packed(packedLines), sink, Format.TEXT);
  }

  private static PackedText packed(int lines) {
    Packer packer = new Packer();
    for (int i = 0; i < lines; i++) {
      packer.sink().put(ascii(lines(i, 1)));
    }
    return packer.finish();
  }

  private static String lines(int first, int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = first; i < first + count; i++) {
      lines.append("lag{group=\"orders\",partition=\"").append(i).append("\"} ");
      lines.append(i * 31 % 997).append('\n');
    }
    return lines.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String plain(MetricsBody body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.writeTo(out);
    return out.toString(StandardCharsets.US_ASCII);
  }

  private static byte[] gzip(MetricsBody body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.writeGzipTo(out);
    return out.toByteArray();
  }

  private static String unzip(byte[] gzip) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
