package io.brokerscope.exposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Writing a document of the size of a broker with 1,000 partitions. */
@State(Scope.Thread)
public class EncoderBenchmark {
  private static final int FAMILIES = 20;
  private static final int SERIES_PER_FAMILY = 1_000;

  @Param Format format;

  private final BodyPool pool = new BodyPool();
  private final List<FamilyHeader> headers = new ArrayList<>();
  private final List<Series> series = new ArrayList<>();
  private final double[] values = new double[FAMILIES * SERIES_PER_FAMILY];

  @Setup
  public void makeSeries() {
    Random random = new Random(1);
    for (int family = 0; family < FAMILIES; family++) {
      String name = "kafka_log_log_figure" + family;
      headers.add(new FamilyHeader(name, MetricType.GAUGE, "A figure of a partition."));
      for (int i = 0; i < SERIES_PER_FAMILY; i++) {
        Labels labels =
            new Labels(
                List.of(
                    new Label("partition", Integer.toString(i % 10)),
                    new Label("topic", "topic-%04d".formatted(i / 10))));
        values[series.size()] = random.nextInt(4) == 0 ? random.nextDouble() : random.nextInt(9999);
        series.add(Series.of(name, labels));
      }
    }
  }

  @Benchmark
  public int twentyThousandSeries() {
    ByteSink sink = pool.takeSink();
    Encoder encoder = new Encoder(format, sink);
    int at = 0;
    for (FamilyHeader header : headers) {
      encoder.family(header);
      for (int i = 0; i < SERIES_PER_FAMILY; i++, at++) {
        encoder.sample(series.get(at), values[at]);
      }
    }
    encoder.end();
    try (MetricsBody body = pool.finish(sink, format)) {
      return body.sizeBytes();
    }
  }
}
