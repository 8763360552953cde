package io.brokerscope.monitor.kafka;

import io.brokerscope.monitor.kafka.Partial.Deadline;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Asks which brokers there are, also the fenced ones where brokers can list them: since Kafka 4.0
 * (KIP-1073). Older ones refuse the whole question, and are asked without. Not thread-safe.
 */
public final class BrokerListing {
  /** A cluster that is upgraded is noticed by then. */
  private static final long TRIED_AGAIN_NANOS = Duration.ofMinutes(5).toNanos();

  private boolean listsFenced = true;
  private long refusedNanos;

  /**
   * What was answered.
   *
   * @param cluster the answer, for whatever else it tells
   * @param nodes the brokers in it
   * @param listsFenced whether fenced brokers are among them; if not, one that is missing may just
   *     be down
   */
  public record Listed(
      DescribeClusterResult cluster, Collection<Node> nodes, boolean listsFenced) {}

  /**
   * Asks.
   *
   * @param options whatever else is wanted
   */
  public Listed ask(Admin admin, DescribeClusterOptions options, Deadline deadline)
      throws ExecutionException, InterruptedException {
    if (!listsFenced && System.nanoTime() - refusedNanos < TRIED_AGAIN_NANOS) {
      return listed(admin, options, false, deadline);
    }
    try {
      Listed listed = listed(admin, options, true, deadline);
      listsFenced = true;
      return listed;
    } catch (ExecutionException e) {
      if (!(Errors.unwrapped(e) instanceof UnsupportedVersionException)) {
        throw e;
      }
      listsFenced = false;
      refusedNanos = System.nanoTime();
      return listed(admin, options, false, deadline);
    }
  }

  private static Listed listed(
      Admin admin, DescribeClusterOptions options, boolean fenced, Deadline deadline)
      throws ExecutionException, InterruptedException {
    DescribeClusterResult cluster = admin.describeCluster(options.includeFencedBrokers(fenced));
    return new Listed(cluster, deadline.await(cluster.nodes()), fenced);
  }
}
