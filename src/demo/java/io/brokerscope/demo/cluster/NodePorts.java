package io.brokerscope.demo.cluster;

import java.net.URI;

/**
 * The loopback ports of one node.
 *
 * @param client Kafka's clients and the other brokers
 * @param controller the metadata quorum
 * @param metrics left free for an agent
 */
public record NodePorts(int client, int controller, int metrics) {

  /** Where an agent on the metrics port answers. */
  public URI metricsAddress() {
    return URI.create("http://127.0.0.1:" + metrics + "/metrics");
  }
}
