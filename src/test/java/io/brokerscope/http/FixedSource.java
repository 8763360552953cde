package io.brokerscope.http;

import io.brokerscope.exposition.BodyPool;
import io.brokerscope.exposition.ByteSink;
import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.MetricsBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A source whose every scrape is the same text, and which remembers what it was asked. */
final class FixedSource implements MetricsSource {
  private final BodyPool pool = new BodyPool();
  private final String text;
  private final List<MetricsBody> handedOut = new CopyOnWriteArrayList<>();
  private final List<Set<String>> askedNames = new CopyOnWriteArrayList<>();

  FixedSource(String text) {
    this.text = text;
  }

  @Override
  public MetricsBody scrape(Format format, Set<String> names) {
    ByteSink sink = pool.takeSink();
    sink.put(text.getBytes(StandardCharsets.UTF_8));
    MetricsBody body = pool.finish(sink, format);
    handedOut.add(body);
    askedNames.add(names);
    return body;
  }

  List<Set<String>> askedNames() {
    return askedNames;
  }

  /** True once every body that was handed out has been closed. */
  boolean allClosed() {
    return !handedOut.isEmpty() && handedOut.stream().allMatch(FixedSource::isClosed);
  }

  private static boolean isClosed(MetricsBody body) {
    try {
      body.sizeBytes();
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
