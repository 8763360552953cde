package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsBodyTest {
  private final BodyPool pool = new BodyPool();

  @Test
  void writesWhatTheSinkHeld() throws IOException {
    byte[] document = document(100_000);
    try (MetricsBody body = body(document)) {
      assertArrayEquals(document, plain(body));
      assertEquals(document.length, body.sizeBytes());
      assertEquals(Format.TEXT, body.format());
    }
  }

  @Test
  void writesInPiecesOfAtMost32KiB() throws IOException {
    LargestWrite out = new LargestWrite();
    try (MetricsBody body = body(document(1_000_000))) {
      body.writeTo(out);
      body.writeGzipTo(out);
    }
    assertEquals(32 * 1024, out.largestBytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_000, 32_768, 3_000_000})
  void writesGzipThatTheJdkReads(int sizeBytes) throws IOException {
    byte[] document = document(sizeBytes);
    try (MetricsBody body = body(document)) {
      assertArrayEquals(document, unzip(gzip(body)));
    }
  }

  @Test
  void knowsTheSizeOfItsGzipForm() throws IOException {
    try (MetricsBody body = body(document(200_000))) {
      assertEquals(gzip(body).length, body.gzipSizeBytes());
      assertTrue(body.gzipSizeBytes() < body.sizeBytes());
    }
  }

  @Test
  void usesADeflaterAgain() throws IOException {
    for (int sizeBytes = 1; sizeBytes < 100_000; sizeBytes *= 7) {
      byte[] document = document(sizeBytes);
      try (MetricsBody body = body(document)) {
        assertArrayEquals(document, unzip(gzip(body)));
      }
    }
  }

  @Test
  void staysReadableUntilTheLastHolderCloses() throws IOException {
    byte[] document = document(1_000);
    MetricsBody body = body(document);
    MetricsBody second = body.retain();
    body.close();
    assertArrayEquals(document, plain(second));
    second.close();
    assertThrows(IllegalStateException.class, () -> plain(second));
  }

  @Test
  void refusesEveryUseAfterItsRelease() {
    MetricsBody body = body(document(10));
    body.close();
    assertThrows(IllegalStateException.class, body::format);
    assertThrows(IllegalStateException.class, body::sizeBytes);
    assertThrows(IllegalStateException.class, body::gzipSizeBytes);
    assertThrows(IllegalStateException.class, body::retain);
    assertThrows(IllegalStateException.class, () -> gzip(body));
  }

  @Test
  void refusesToBeClosedMoreOftenThanHeld() {
    MetricsBody body = body(document(10));
    body.close();
    assertThrows(IllegalStateException.class, body::close);
  }

  @Test
  void givesItsMemoryToTheNextBody() {
    MetricsBody body = body(document(100_000));
    body.close();
    ByteSink next = pool.takeSink();
    assertTrue(next.array().length >= 100_000);
    assertEquals(0, next.sizeBytes());
  }

  @Test
  void leavesTheSinkWithoutTheMemoryItTook() throws IOException {
    ByteSink sink = pool.takeSink();
    byte[] document = document(1_000);
    sink.put(document);
    try (MetricsBody body = pool.finish(sink, Format.TEXT)) {
      sink.put(new byte[2_000]);
      assertArrayEquals(document, plain(body));
    }
  }

  @Test
  void keepsTheMemoryOfThreeBodies() {
    List<MetricsBody> bodies = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      bodies.add(body(document(100_000)));
    }
    bodies.forEach(MetricsBody::close);
    for (int i = 0; i < 3; i++) {
      assertTrue(pool.takeSink().array().length >= 100_000);
    }
    assertEquals(0, pool.takeSink().array().length);
  }

  @Test
  void allocatesFarLessThanItsSizeOnceThePoolIsWarm() {
    byte[] document = document(2_000_000);
    long allocatedBytes =
        AllocatedBytes.ofSecondRun(
            () -> {
              try (MetricsBody body = body(document)) {
                assertTrue(body.gzipSizeBytes() > 0);
              }
            });
    assertTrue(allocatedBytes < 2_000, () -> allocatedBytes + " bytes");
  }

  @Test
  void sharesOneGzipFormBetweenManyThreads() throws Exception {
    byte[] document = document(500_000);
    MetricsBody body = body(document);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<byte[]>> results = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        MetricsBody held = body.retain();
        Callable<byte[]> request =
            () -> {
              try (held) {
                return gzip(held);
              }
            };
        results.add(threads.submit(request));
      }
      body.close();
      for (Future<byte[]> result : results) {
        assertArrayEquals(document, unzip(result.get()));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThrows(IllegalStateException.class, body::format);
  }

  @Test
  void retainReturnsTheBodyItself() {
    MetricsBody body = body(document(1));
    assertSame(body, body.retain());
  }

  private MetricsBody body(byte[] document) {
    ByteSink sink = pool.takeSink();
    sink.put(document);
    return pool.finish(sink, Format.TEXT);
  }

  /** Letters of a small alphabet: compressible, but not by much. */
  private static byte[] document(int sizeBytes) {
    Random random = new Random(sizeBytes);
    byte[] document = new byte[sizeBytes];
    for (int i = 0; i < sizeBytes; i++) {
      document[i] = (byte) ('a' + random.nextInt(16));
    }
    return document;
  }

  private static byte[] plain(MetricsBody body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.writeTo(out);
    return out.toByteArray();
  }

  private static byte[] gzip(MetricsBody body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.writeGzipTo(out);
    return out.toByteArray();
  }

  private static byte[] unzip(byte[] gzip) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    }
  }

  private static final class LargestWrite extends OutputStream {
    private int largestBytes;

    @Override
    public void write(int value) {
      largestBytes = Math.max(largestBytes, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      largestBytes = Math.max(largestBytes, length);
    }
  }
}
