package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncoderTest {
  private static final FamilyHeader GAUGE = new FamilyHeader("g", MetricType.GAUGE, "A gauge.");
  private static final FamilyHeader COUNTER =
      new FamilyHeader("c_total", MetricType.COUNTER, "A counter.");
  private static final Series G = Series.of("g", Labels.none());
  private static final Series C = Series.of("c_total", Labels.none());

  private final ByteSink sink = new ByteSink();

  @Test
  void writesATextDocument() {
    Encoder encoder = new Encoder(Format.TEXT, sink);
    encoder.family(GAUGE);
    encoder.sample(G, 0.5);
    encoder.family(COUNTER);
    encoder.sample(C, 3);
    encoder.end();
    assertEquals(
        """
        # HELP g A gauge.
        # TYPE g gauge
        g 0.5
        # HELP c_total A counter.
        # TYPE c_total counter
        c_total 3
        """,
        written());
  }

  @Test
  void writesAnOpenMetricsDocument() {
    Encoder encoder = new Encoder(Format.OPENMETRICS, sink);
    encoder.family(GAUGE);
    encoder.sample(G, 0.5);
    encoder.family(COUNTER);
    encoder.sample(C, 3);
    encoder.end();
    assertEquals(
        """
        # TYPE g gauge
        # HELP g A gauge.
        g 0.5
        # TYPE c counter
        # HELP c A counter.
        c_total 3
        # EOF
        """,
        written());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aFamilyWithoutSamplesWritesNothing(Format format) {
    Encoder encoder = new Encoder(format, sink);
    encoder.family(GAUGE);
    encoder.family(COUNTER);
    assertEquals("", written());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aNegativeCounterIsRefusedAndLeavesNoTrace(Format format) {
    Encoder encoder = new Encoder(format, sink);
    encoder.family(COUNTER);
    assertFalse(encoder.sample(C, -1));
    assertEquals("", written());
    assertEquals(0, encoder.samples());
  }

  @Test
  void aCounterThatIsNoNumberIsRefusedInOpenMetrics() {
    Encoder encoder = new Encoder(Format.OPENMETRICS, sink);
    encoder.family(COUNTER);
    assertFalse(encoder.sample(C, Double.NaN));
    assertEquals("", written());
  }

  @Test
  void aCounterThatIsNoNumberIsWrittenInText() {
    Encoder encoder = new Encoder(Format.TEXT, sink);
    encoder.family(COUNTER);
    assertTrue(encoder.sample(C, Double.NaN));
    assertTrue(written().endsWith("c_total NaN\n"));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aGaugeMayBeAnything(Format format) {
    Encoder encoder = new Encoder(format, sink);
    encoder.family(GAUGE);
    for (double value : new double[] {-1, Double.NaN, Double.NEGATIVE_INFINITY, -0.0}) {
      assertTrue(encoder.sample(G, value));
    }
    assertTrue(written().endsWith("g -1\ng NaN\ng -Inf\ng -0\n"));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theRulesOfOneFamilyDoNotReachTheNext(Format format) {
    Encoder encoder = new Encoder(format, sink);
    encoder.family(COUNTER);
    encoder.family(GAUGE);
    assertTrue(encoder.sample(G, -1));
  }

  @Test
  void countsTheSamplesItWrote() {
    Encoder encoder = new Encoder(Format.TEXT, sink);
    encoder.family(COUNTER);
    encoder.sample(C, 1);
    encoder.sample(C, -1);
    encoder.sample(C, 2);
    assertEquals(2, encoder.samples());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void allocatesNothingPerSample(Format format) {
    double[] values = RandomDoubles.all().limit(100_000).toArray();
    Encoder encoder = new Encoder(format, sink);
    long allocatedBytes =
        AllocatedBytes.ofSecondRun(
            () -> {
              sink.clear();
              for (double value : values) {
                encoder.family(COUNTER);
                encoder.sample(C, value);
              }
            });
    assertEquals(0, allocatedBytes);
  }

  private String written() {
    return new String(sink.array(), 0, sink.sizeBytes(), StandardCharsets.UTF_8);
  }
}
