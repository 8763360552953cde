package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.yammer.metrics.core.Histogram;
import com.yammer.metrics.stats.Sample;
import io.brokerscope.scrape.beans.DynamicBean;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A histogram that did not move is not read again. */
class CountGuardTest {
  private static final String SUMMARY = "rules: [{pattern: 'type=', name: s, type: SUMMARY}]";

  @Test
  void throughJmxPercentilesAreReadUntilTheCountWasSeenTwice() {
    AtomicLong count = new AtomicLong(3);
    DynamicBean bean =
        new DynamicBean()
            .ofClass("com.yammer.metrics.reporting.JmxReporter$Histogram")
            .with("Count", "long", count::get)
            .with("Mean", "double", () -> 2.0)
            .with("50thPercentile", "double", () -> 1.5);
    try (Scraping scraping = Scraping.by(SUMMARY).register("d:type=H", bean)) {
      int[] expectedReads = {1, 2, 2, 2};
      for (int expected : expectedReads) {
        assertEquals(1.5, scraping.series().get("s{quantile=\"0.5\"}"));
        assertEquals(expected, bean.reads("50thPercentile"));
      }
      count.set(4);
      int[] expectedAfterwards = {3, 4, 4};
      for (int expected : expectedAfterwards) {
        assertEquals(8.0, scraping.series().get("s_sum"));
        assertEquals(expected, bean.reads("50thPercentile"));
      }
    }
  }

  @Test
  void aFailedReadingIsMadeUpFor() {
    AtomicLong failures = new AtomicLong(1);
    DynamicBean bean =
        new DynamicBean()
            .ofClass("com.yammer.metrics.reporting.JmxReporter$Histogram")
            .with("Count", "long", () -> 3L)
            .with("Mean", "double", () -> failures.getAndDecrement() > 0 ? "no number" : 2.0);
    try (Scraping scraping = Scraping.by(SUMMARY).register("d:type=H", bean)) {
      assertEquals(Map.of(), scraping.series());
      assertEquals(Map.of("s_count", 3.0, "s_sum", 6.0), scraping.series());
    }
  }

  @Test
  void pastJmxTheReservoirIsNotLookedAtWhileTheCountStands() throws Exception {
    try (YammerMetrics metrics = new YammerMetrics();
        Scraping scraping = YammerMetrics.scraping(SUMMARY, true)) {
      Histogram histogram = metrics.histogram("H");
      histogram.update(10);
      scraping.series();
      Map<String, Double> before = scraping.series();
      // Past the histogram, so its count stands: if anybody looked, the median would move.
      reservoir(histogram).update(1000);
      reservoir(histogram).update(1000);
      assertEquals(before, scraping.series());
      histogram.update(1000);
      assertNotEquals(
          before.get("s{quantile=\"0.5\"}"), scraping.series().get("s{quantile=\"0.5\"}"));
    }
  }

  private static Sample reservoir(Histogram histogram) throws ReflectiveOperationException {
    Field sample = Histogram.class.getDeclaredField("sample");
    sample.setAccessible(true);
    return (Sample) sample.get(histogram);
  }
}
