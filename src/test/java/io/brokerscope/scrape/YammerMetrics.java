package io.brokerscope.scrape;

import com.yammer.metrics.core.Gauge;
import com.yammer.metrics.core.Histogram;
import com.yammer.metrics.core.Meter;
import com.yammer.metrics.core.MetricName;
import com.yammer.metrics.core.MetricsRegistry;
import com.yammer.metrics.core.Timer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;

/** Metrics in Kafka's own registry, which shows them on the platform's MBean server. */
final class YammerMetrics implements AutoCloseable {
  static final String DOMAIN = "yammer.test";
  private static final MetricsRegistry REGISTRY = KafkaYammerMetrics.defaultRegistry();

  private final List<MetricName> names = new ArrayList<>();

  private MetricName name(String name) {
    MetricName made = new MetricName("g", "T", name, null, DOMAIN + ":type=T,name=" + name);
    names.add(made);
    return made;
  }

  void gauge(String name, Callable<?> value) {
    REGISTRY.newGauge(
        name(name),
        new Gauge<Object>() {
          @Override
          public Object value() {
            try {
              return value.call();
            } catch (Exception failed) {
              throw new IllegalStateException(failed);
            }
          }
        });
  }

  Histogram histogram(String name) {
    return REGISTRY.newHistogram(name(name), true);
  }

  Histogram unbiasedHistogram(String name) {
    return REGISTRY.newHistogram(name(name), false);
  }

  Meter meter(String name) {
    return REGISTRY.newMeter(name(name), "events", TimeUnit.SECONDS);
  }

  Timer timer(String name) {
    return REGISTRY.newTimer(name(name), TimeUnit.MILLISECONDS, TimeUnit.SECONDS);
  }

  /** A scraper of these metrics alone. */
  static Scraping scraping(String yaml, boolean shortCuts) {
    return Scraping.of(
        ManagementFactory.getPlatformMBeanServer(),
        "includeObjectNames: ['" + DOMAIN + ":*']\n" + yaml,
        shortCuts);
  }

  @Override
  public void close() {
    names.forEach(REGISTRY::removeMetric);
  }
}
