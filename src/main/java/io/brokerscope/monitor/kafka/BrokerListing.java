package io.brokerscope.monitor.kafka;

import io.brokerscope.monitor.kafka.Partial.Deadline;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Asks which brokers there are, also the fenced ones where brokers can list them: since Kafka 4.0
 * (KIP-1073). Older ones refuse the whole question; from the next time on they are asked without.
 */
public final class BrokerListing {
  private volatile boolean fencedListed = true;

  /**
   * Asks.
   *
   * @param options whatever else is wanted
   */
  public DescribeClusterResult ask(Admin admin, DescribeClusterOptions options) {
    return admin.describeCluster(options.includeFencedBrokers(fencedListed));
  }

  /** Whether fenced brokers are among the listed; if not, one that is missing may just be down. */
  public boolean listsFenced() {
    return fencedListed;
  }

  /** The brokers in the answer. */
  public Collection<Node> nodes(DescribeClusterResult answer, Deadline deadline)
      throws ExecutionException, InterruptedException {
    try {
      return deadline.await(answer.nodes());
    } catch (ExecutionException e) {
      if (Errors.unwrapped(e) instanceof UnsupportedVersionException) {
        fencedListed = false;
      }
      throw e;
    }
  }
}
