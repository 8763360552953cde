package io.brokerscope.exposition;

import io.brokerscope.bench.RecordedScrape;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.Deflater;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Compressing the recorded scrape of a real broker, by level. */
@State(Scope.Thread)
public class GzipBenchmark {
  @Param({"1", "3", "6"})
  int level;

  private byte[] scrape;
  private byte[] target;
  private Deflater deflater;

  @Setup
  public void readScrape() throws IOException {
    scrape = Files.readAllBytes(RecordedScrape.FILE);
    target = new byte[scrape.length];
    deflater = new Deflater(level, true);
  }

  @TearDown
  public void release() {
    deflater.end();
  }

  @Benchmark
  public int deflate() {
    deflater.reset();
    deflater.setInput(scrape);
    deflater.finish();
    return deflater.deflate(target);
  }
}
