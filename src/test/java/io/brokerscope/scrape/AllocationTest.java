package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import com.yammer.metrics.core.Gauge;
import com.yammer.metrics.core.MetricName;
import io.brokerscope.exposition.Format;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;
import org.junit.jupiter.api.Test;

/** A pass allocates nothing that grows with the number of series. */
class AllocationTest {
  private static final int SERIES = 20_000;

  /**
   * What the agent's own metrics and the document's frame cost; 20,000 boxes alone would be
   * 320,000.
   */
  private static final long SMALL_BYTES = 100_000;

  private static final Integer CACHED = 77;

  @Test
  void aPassOverManyGaugesAllocatesLittle() {
    List<MetricName> names = new ArrayList<>();
    for (int i = 0; i < SERIES; i++) {
      MetricName name =
          new MetricName("g", "T", "n", "s" + i, "allocation.test:type=T,partition=" + i);
      KafkaYammerMetrics.defaultRegistry().newGauge(name, new Constant());
      names.add(name);
    }
    String yaml =
        """
        includeObjectNames: ['allocation.test:*']
        rules: [{pattern: 'partition=(\\d+)', name: g, labels: {partition: $1}}]
        """;
    try (Scraping scraping = Scraping.of(ManagementFactory.getPlatformMBeanServer(), yaml, true)) {
      assertEquals(SERIES, scraping.series().size());
      scraping.document(Format.TEXT);
      long smallest = Long.MAX_VALUE;
      for (int pass = 0; pass < 3; pass++) {
        long before = allocatedBytes();
        scraping.document(Format.TEXT);
        smallest = Math.min(smallest, allocatedBytes() - before);
      }
      assertTrue(smallest < SMALL_BYTES, smallest + " bytes a pass");
    } finally {
      names.forEach(KafkaYammerMetrics.defaultRegistry()::removeMetric);
    }
  }

  private static final class Constant extends Gauge<Integer> {
    @Override
    public Integer value() {
      return CACHED;
    }
  }

  /** By all live scrape threads; those of closed scrapers do nothing. */
  private static long allocatedBytes() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Set<Thread> all = Thread.getAllStackTraces().keySet();
    return all.stream()
        .filter(thread -> thread.getName().equals("brokerscope-scrape"))
        .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getId()))
        .filter(bytes -> bytes > 0)
        .sum();
  }
}
