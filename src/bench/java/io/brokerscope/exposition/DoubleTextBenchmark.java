package io.brokerscope.exposition;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Writing a thousand numbers, by us and by the JDK. */
@State(Scope.Thread)
public class DoubleTextBenchmark {
  /** What the numbers look like. */
  public enum Numbers {
    COUNTS,
    DECIMALS,
    ANY_BITS
  }

  @Param Numbers numbers;

  private final double[] values = new double[1_000];
  private final byte[] target = new byte[DoubleText.MAX_BYTES];

  @Setup
  public void makeNumbers() {
    Random random = new Random(1);
    DoubleSupplier source =
        switch (numbers) {
          case COUNTS -> () -> random.nextInt(1_000_000);
          case DECIMALS -> () -> random.nextInt(100_000) / 100.0;
          case ANY_BITS -> () -> Double.longBitsToDouble(random.nextLong());
        };
    for (int i = 0; i < values.length; i++) {
      values[i] = source.getAsDouble();
    }
  }

  @Benchmark
  public void ours(Blackhole hole) {
    for (double value : values) {
      hole.consume(DoubleText.write(value, target, 0));
    }
  }

  @Benchmark
  public void jdk(Blackhole hole) {
    for (double value : values) {
      hole.consume(Double.toString(value));
    }
  }
}
