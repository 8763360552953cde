package io.brokerscope.agent;

import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.MetricsBody;
import io.brokerscope.http.MetricsSource;
import io.brokerscope.http.UnavailableException;
import io.brokerscope.scrape.ScrapeTimeoutException;
import io.brokerscope.scrape.Scraper;
import java.util.Set;

/**
 * What HTTP requests get. During {@code startDelaySeconds} a request is refused at once, so that no
 * Prometheus server waits for what cannot come; otherwise it waits for its pass, also while the
 * {@link StartGate} still leaves JMX to the application.
 */
record ScrapeSource(StartGate gate, Scraper scraper) implements MetricsSource {
  @Override
  public MetricsBody scrape(Format format, Set<String> names)
      throws UnavailableException, InterruptedException {
    long leftSeconds = gate.startDelayLeftSeconds();
    if (leftSeconds > 0) {
      throw new UnavailableException(
          "starting: MBeans are read in " + leftSeconds + " s (startDelaySeconds)");
    }
    try {
      return scraper.scrape(format, names);
    } catch (ScrapeTimeoutException e) {
      throw new UnavailableException(e.getMessage());
    }
  }
}
