package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertNull;

import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.MetricsBody;
import io.brokerscope.rules.RuleSet;
import io.brokerscope.rules.YamlRules;
import io.prometheus.client.CollectorRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** A scraper over an MBean server, and what its documents say. */
final class Scraping implements AutoCloseable {
  private final MBeanServer server;
  private final Scraper scraper;
  private volatile RuleSet rules;
  private final List<String> errorLines = new CopyOnWriteArrayList<>();

  private Scraping(MBeanServer server, String yaml, boolean shortCuts) {
    this.server = server;
    this.rules = YamlRules.compile(yaml);
    this.scraper =
        new Scraper(
            new ScrapeSources(() -> server, () -> rules, errorLines::add),
            new CollectorRegistry(),
            shortCuts);
  }

  /** Over an MBean server that has no MBeans of its own that could give numbers. */
  static Scraping by(String yaml) {
    return new Scraping(MBeanServerFactory.newMBeanServer(), yaml, true);
  }

  static Scraping of(MBeanServer server, String yaml, boolean shortCuts) {
    return new Scraping(server, yaml, shortCuts);
  }

  /** What an operator would have read so far. */
  List<String> errorLines() {
    return errorLines;
  }

  MBeanServer server() {
    return server;
  }

  Scraping register(String objectName, Object bean) {
    try {
      server.registerMBean(bean, new ObjectName(objectName));
    } catch (JMException refused) {
      throw new AssertionError(refused);
    }
    return this;
  }

  void unregister(String objectName) {
    try {
      server.unregisterMBean(new ObjectName(objectName));
    } catch (JMException refused) {
      throw new AssertionError(refused);
    }
  }

  /** Puts other rules in force. */
  void reload(String yaml) {
    rules = YamlRules.compile(yaml);
  }

  /** All series of a scrape, those of the scraper itself included, by name and labels. */
  Map<String, Double> all(String... names) {
    return parse(document(Format.TEXT, names));
  }

  /** The series of a scrape that come from MBeans. */
  Map<String, Double> series(String... names) {
    Map<String, Double> series = all(names);
    series.keySet().removeIf(s -> s.startsWith("jmx_scrape_") || s.startsWith("brokerscope_"));
    return series;
  }

  String document(Format format, String... names) {
    try {
      return document(scraper.scrape(format, Set.of(names)));
    } catch (ScrapeTimeoutException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  /** As {@link #document}, for tests of what happens when there is none. */
  String tryDocument() throws ScrapeTimeoutException, InterruptedException {
    return document(scraper.scrape(Format.TEXT, Set.of()));
  }

  private static String document(MetricsBody body) {
    try (body) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      body.writeTo(bytes);
      return bytes.toString(StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The samples of a document by what stands before the value. */
  static Map<String, Double> parse(String document) {
    Map<String, Double> series = new TreeMap<>();
    for (String line : document.lines().toList()) {
      if (!line.startsWith("#")) {
        int blank = line.lastIndexOf(' ');
        double value = number(line.substring(blank + 1));
        assertNull(series.put(line.substring(0, blank), value), "twice: " + line);
      }
    }
    return series;
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace("Inf", "Infinity"));
  }

  @Override
  public void close() {
    scraper.close();
  }
}
