package io.brokerscope.http;

import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.MetricsBody;
import java.util.Set;

/** Where a scrape's body comes from. Called on HTTP threads, several at a time. */
@FunctionalInterface
public interface MetricsSource {
  /**
   * Takes a scrape, or joins the one that is running.
   *
   * @param names sample names to restrict the scrape to; empty means all
   * @return a complete body; the caller closes it
   * @throws UnavailableException when there is no fresh result; the message is one line, fit for a
   *     client
   */
  MetricsBody scrape(Format format, Set<String> names)
      throws UnavailableException, InterruptedException;
}
