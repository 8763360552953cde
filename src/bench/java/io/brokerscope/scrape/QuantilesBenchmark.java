package io.brokerscope.scrape;

import com.yammer.metrics.stats.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Six quantiles of a full reservoir, by selection and by Yammer's sorted copy. */
@State(Scope.Thread)
public class QuantilesBenchmark {
  private static final int RESERVOIR_SIZE = 1_028;
  private static final double[] QUANTILES = {0.5, 0.75, 0.95, 0.98, 0.99, 0.999};

  private final List<Long> boxed = new ArrayList<>();
  private final long[] values = new long[RESERVOIR_SIZE];
  private final long[] scratch = new long[RESERVOIR_SIZE];
  private final double[] results = new double[QUANTILES.length];

  /** Latencies in ms: many small ones, few large ones. */
  @Setup
  public void makeLatencies() {
    Random random = new Random(1);
    for (int i = 0; i < RESERVOIR_SIZE; i++) {
      values[i] = Math.round(-20 * Math.log(1 - random.nextDouble()));
      boxed.add(values[i]);
    }
  }

  @Benchmark
  public double[] selection() {
    System.arraycopy(values, 0, scratch, 0, RESERVOIR_SIZE);
    Quantiles.select(scratch, RESERVOIR_SIZE, QUANTILES, 1, results);
    return results;
  }

  @Benchmark
  public double[] yammerSnapshot() {
    Snapshot snapshot = new Snapshot(boxed);
    for (int i = 0; i < QUANTILES.length; i++) {
      results[i] = snapshot.getValue(QUANTILES[i]);
    }
    return results;
  }
}
