package io.brokerscope.http;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a server answers. All of it is asked for at each request, on HTTP threads, several at a
 * time.
 *
 * @param metrics for {@code /metrics}
 * @param landingPage HTML for {@code /}, for people who open the port in a browser
 * @param checks by path, such as {@code /-/healthy}; at least one
 */
public record Site(
    MetricsSource metrics, Supplier<String> landingPage, Map<String, Supplier<Health>> checks) {

  public Site {
    checks = Collections.unmodifiableSortedMap(new TreeMap<>(checks));
  }
}
