package io.brokerscope.oracle;

import io.brokerscope.config.ConfigException;
import io.brokerscope.config.ConfigReader;
import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.MetricsBody;
import io.brokerscope.rules.RuleSet;
import io.brokerscope.scrape.ScrapeSources;
import io.brokerscope.scrape.Scraper;
import io.prometheus.client.CollectorRegistry;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the agent would answer: the same classes, from the YAML to the bytes of text 0.0.4. */
final class Ours {
  private Ours() {}

  static RuleSet load(String yaml) throws ConfigException {
    ConfigReader reader = new ConfigReader(false, Map.<String, String>of()::get);
    return RuleSet.compile(reader.read("case.yml", yaml.getBytes(StandardCharsets.UTF_8)).config());
  }

  /** Two passes: the first classifies values, the second knows them. */
  static List<Exposition> scrapeTwice(String yaml) throws Exception {
    RuleSet rules = load(yaml);
    try (Scraper scraper =
        new Scraper(
            new ScrapeSources(
                ManagementFactory::getPlatformMBeanServer,
                () -> rules,
                line -> {
                  throw new AssertionError(line);
                }),
            new CollectorRegistry())) {
      return List.of(scrape(scraper), scrape(scraper));
    }
  }

  private static Exposition scrape(Scraper scraper) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MetricsBody body = scraper.scrape(Format.TEXT, Set.of())) {
      body.writeTo(bytes);
    }
    List<Sample> all = TextParser.parse(bytes.toString(StandardCharsets.UTF_8));
    return new Exposition(all.stream().filter(Ours::isFromAnMBean).toList());
  }

  /** Not one of the scraper's own metrics. */
  private static boolean isFromAnMBean(Sample sample) {
    return !sample.name().startsWith("brokerscope_") && !sample.name().startsWith("jmx_scrape_");
  }
}
