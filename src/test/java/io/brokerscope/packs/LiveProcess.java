package io.brokerscope.packs;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.cluster.KafkaNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * A JVM with the agent and one of the shipped files of rules, which somebody uses.
 *
 * @param name what it is, such as {@code broker 4.3.1}
 * @param metrics where its agent answers
 * @param pack the file of rules
 */
public record LiveProcess(String name, long pid, URI metrics, Path pack) {

  static LiveProcess of(String name, KafkaNode node, Path pack) {
    return new LiveProcess(name, node.pid(), node.ports().metricsAddress(), pack);
  }

  MetricsPage page() throws IOException, InterruptedException {
    return MetricsPage.fetch(metrics);
  }

  /** Whether its agent listens yet. */
  boolean answers() throws InterruptedException {
    try {
      return !page().samples().isEmpty();
    } catch (IOException notYet) {
      return false;
    }
  }
}
