package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.scrape.beans.DynamicBean;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes and goes, a scrape shows what a plan made from nothing would: of the MBeans that
 * give the same series, the first by ObjectName.
 */
class RandomChangesTest {
  private static final long SEED = 20261122;
  private static final int ROUNDS = 300;
  private static final int NAMES = 60;

  /** Fewer than names, so that several MBeans give the same series. */
  private static final int SERIES = 25;

  private static final String YAML =
      """
      rules:
      - {pattern: 'n=\\d+><>(V\\d+)', name: $1}
      - {pattern: 'n=\\d+><>T: (T\\d+)', name: t, labels: {is: $1}, value: 1}
      """;

  private final Random random = new Random(SEED);
  private final Map<ObjectName, String> registered = new TreeMap<>();

  @Test
  void everyScrapeIsAsIfThePlanWereNew() throws MalformedObjectNameException {
    try (Scraping scraping = Scraping.by(YAML)) {
      for (int round = 0; round < ROUNDS; round++) {
        for (int change = random.nextInt(20); change > 0; change--) {
          change(scraping);
        }
        Map<String, Double> all = scraping.all();
        assertEquals(expected(), scraping.series());
        assertEquals(
            registered.size() - expected().size(),
            all.get("brokerscope_series_dropped{reason=\"duplicate\"}"));
      }
    }
  }

  /** Registers a name that is free, unregisters one that is not. */
  private void change(Scraping scraping) throws MalformedObjectNameException {
    ObjectName name = new ObjectName("d:n=" + random.nextInt(NAMES));
    if (registered.containsKey(name)) {
      registered.remove(name);
      scraping.unregister(name.toString());
      return;
    }
    String series = (random.nextBoolean() ? "V" : "T") + random.nextInt(SERIES);
    registered.put(name, series);
    DynamicBean bean = new DynamicBean();
    if (series.startsWith("V")) {
      bean.with(series, "int", () -> number(name));
    } else {
      bean.with("T", () -> series);
    }
    scraping.register(name.toString(), bean);
  }

  private static int number(ObjectName name) {
    return Integer.parseInt(name.getKeyProperty("n"));
  }

  private Map<String, Double> expected() {
    Map<String, Double> series = new HashMap<>();
    registered.forEach(
        (name, what) -> {
          if (what.startsWith("V")) {
            series.putIfAbsent(what, (double) number(name));
          } else {
            series.put("t{is=\"" + what + "\"}", 1.0);
          }
        });
    return series;
  }
}
