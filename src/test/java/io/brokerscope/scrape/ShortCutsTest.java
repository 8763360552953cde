package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.yammer.metrics.core.Histogram;
import com.yammer.metrics.core.Meter;
import com.yammer.metrics.core.Timer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading Yammer's metrics past JMX gives what reading them through JMX gives. */
class ShortCutsTest {
  private static final String SUMMARIES =
      """
      rules:
      - {pattern: 'name=(\\w+)><>', name: s, labels: {of: $1}, type: SUMMARY}
      - {pattern: 'name=(\\w+)><>(\\w+):', name: $2, labels: {of: $1}}
      """;

  private final YammerMetrics metrics = new YammerMetrics();
  private final Random random = new Random(20261122);

  @AfterEach
  void close() {
    metrics.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lowercaseOutputName: false",
        SUMMARIES,
        "omitEmptyHistograms: true\n" + SUMMARIES,
        "rules: [{pattern: '<>(Count|50thPercentile|Max): (.)', name: $1_$2}]"
      })
  void theNumbersAreTheSameWithAndWithout(String yaml) {
    fill();
    try (Scraping with = YammerMetrics.scraping(yaml, true);
        Scraping without = YammerMetrics.scraping(yaml, false)) {
      for (int pass = 0; pass < 3; pass++) {
        // Rates decay on their own: what is read between two readings lies between them.
        Map<String, Double> before = with.series();
        Map<String, Double> through = without.series();
        Map<String, Double> after = with.series();
        assertEquals(through.keySet(), before.keySet());
        assertTrue(through.size() > 4, through.toString());
        through.forEach((series, value) -> assertSame(series, value, before, after));
      }
    }
  }

  private static void assertSame(
      String series, double value, Map<String, Double> before, Map<String, Double> after) {
    if (series.contains("Rate")) {
      double high = Math.max(before.get(series), after.get(series));
      double low = Math.min(before.get(series), after.get(series));
      assertTrue(low <= value && value <= high, series + " " + low + " " + value + " " + high);
    } else {
      assertEquals(before.get(series), value, series);
    }
  }

  /** Reservoirs are walked a few at a time, and the last ones when the pass ends. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 30})
  void anyNumberOfHistogramsMayMoveAtOnce(int count) {
    List<Histogram> histograms =
        IntStream.range(0, count).mapToObj(i -> metrics.histogram("H" + i)).toList();
    try (Scraping with = YammerMetrics.scraping(SUMMARIES, true);
        Scraping without = YammerMetrics.scraping(SUMMARIES, false)) {
      for (int pass = 0; pass < 4; pass++) {
        for (Histogram histogram : histograms) {
          random.ints(random.nextInt(2000), 0, 100).forEach(histogram::update);
        }
        assertEquals(without.series(), with.series());
      }
    }
  }

  /** Where a gauge's number goes is kept, and must not outlive the gauge's claim to it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aGaugeThatTurnsIntoTextGivesItsPlaceToOthers(boolean noticedByAFullScrape) {
    AtomicReference<Object> changing = new AtomicReference<>(1);
    metrics.gauge("Changing", changing::get);
    metrics.gauge("Number", () -> 2);
    try (Scraping scraping = YammerMetrics.scraping("lowercaseOutputName: false", true)) {
      scraping.series();
      changing.set("up");
      scraping.series(noticedByAFullScrape ? new String[0] : new String[] {"yammer_test_T_Value"});
      metrics.gauge("Newcomer", () -> 3);
      scraping.series();
      changing.set(4);

      assertEquals(
          Map.of(
              "yammer_test_T_Value{name=\"Changing\"}", 4.0,
              "yammer_test_T_Value{name=\"Newcomer\"}", 3.0,
              "yammer_test_T_Value{name=\"Number\"}", 2.0),
          scraping.series());
    }
  }

  @Test
  void aFactorAndAConstantHoldForGaugesToo() {
    metrics.gauge("Percent", () -> 0.25);
    metrics.gauge("Flag", () -> 7);
    String yaml =
        """
        rules:
        - {pattern: 'name=Percent><>Value', name: percent, valueFactor: 100}
        - {pattern: 'name=Flag><>Value', name: flag, value: 1}
        """;
    try (Scraping scraping = YammerMetrics.scraping(yaml, true)) {
      assertEquals(Map.of("percent", 25.0, "flag", 1.0), scraping.series());
    }
  }

  private void fill() {
    metrics.gauge("Int", () -> 7);
    metrics.gauge("Boolean", () -> true);
    metrics.gauge("Text", () -> "up");
    metrics.gauge("Null", () -> null);
    metrics.gauge("NaN", () -> Double.NaN);
    metrics.gauge("Throwing", () -> Long.parseLong("x"));
    Meter meter = metrics.meter("Meter");
    meter.mark(1000);
    metrics.histogram("Empty");
    Histogram few = metrics.histogram("Few");
    Histogram full = metrics.histogram("Full");
    Histogram uniform = metrics.unbiasedHistogram("Uniform");
    Timer timer = metrics.timer("Timer");
    for (int i = 0; i < 3000; i++) {
      full.update((int) Math.exp(random.nextGaussian() * 3));
      uniform.update(random.nextInt(1000));
      timer.update(random.nextInt(100_000_000), TimeUnit.NANOSECONDS);
    }
    for (int i = 0; i < 5; i++) {
      few.update(random.nextInt(100));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theSumIsExact(boolean shortCuts) {
    Histogram histogram = metrics.histogram("H");
    long sum = 0;
    try (Scraping scraping = YammerMetrics.scraping(SUMMARIES, shortCuts)) {
      for (int i = 0; i < 200; i++) {
        int value = random.nextInt(1_000_000_007);
        histogram.update(value);
        sum += value;
        assertEquals((double) sum, scraping.series().get("s_sum{of=\"H\"}"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHistogramThatMovesIsReadAgain(boolean shortCuts) {
    Histogram histogram = metrics.histogram("H");
    try (Scraping scraping = YammerMetrics.scraping(SUMMARIES, shortCuts)) {
      for (int value = 1; value <= 10; value++) {
        histogram.clear();
        for (int i = 0; i < value; i++) {
          histogram.update(value);
        }
        for (int pass = 0; pass < 3; pass++) {
          assertEquals(value, scraping.series().get("s{quantile=\"0.5\",of=\"H\"}"));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEmptyHistogramsQuantilesCanBeLeftOut(boolean shortCuts) {
    Histogram histogram = metrics.histogram("H");
    String yaml = "omitEmptyHistograms: true\n" + SUMMARIES;
    try (Scraping scraping = YammerMetrics.scraping(yaml, shortCuts)) {
      Map<String, Double> empty = scraping.series("s");
      assertEquals(Map.of("s_count{of=\"H\"}", 0.0, "s_sum{of=\"H\"}", 0.0), empty);
      histogram.update(3);
      assertEquals(8, scraping.series("s").size());
      histogram.clear();
      assertEquals(empty, scraping.series("s"));
    }
  }

  @Test
  void aGaugeThatThrowsAnErrorCostsItselfOnly() {
    metrics.gauge("Good", () -> 1);
    metrics.gauge(
        "Bad",
        () -> {
          throw new AssertionError("as scala.NotImplementedError is one");
        });
    try (Scraping scraping = YammerMetrics.scraping("lowercaseOutputName: false", true)) {
      assertEquals(Map.of("yammer_test_T_Value{name=\"Good\"}", 1.0), scraping.series());
    }
  }

  @Test
  void aMetricThatIsReplacedIsNotReadAnyMore() {
    metrics.gauge("G", () -> 1);
    try (Scraping scraping = YammerMetrics.scraping("rules: [{pattern: Value, name: g}]", true)) {
      assertEquals(Map.of("g", 1.0), scraping.series());
      metrics.close();
      metrics.gauge("G", () -> 2);
      assertEquals(Map.of("g", 2.0), scraping.series());
    }
  }
}
