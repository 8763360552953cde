package io.brokerscope.monitor.cluster;

import io.brokerscope.config.MonitorConfig.Collect;
import io.brokerscope.monitor.kafka.AdminSource;
import io.brokerscope.monitor.kafka.BrokerListing;
import io.brokerscope.monitor.kafka.BrokerListing.Listed;
import io.brokerscope.monitor.kafka.ClientSettings;
import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Pace;
import io.brokerscope.monitor.kafka.Partial.Deadline;
import io.brokerscope.monitor.kafka.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Asks which brokers live, with two small requests and a client of its own: what takes the cycle
 * long while a broker dies must not delay the news of its death.
 */
public final class BrokerWatch implements Worker.Task {
  public static final String OPERATION = "describe_cluster";

  private static final String QUORUM_OPERATION = "describe_quorum";

  private final AdminSource admin;
  private final Duration timeout;
  private final Errors errors;
  private final BrokerMemory memory;
  private final BrokerListing listing = new BrokerListing();
  private final Pace pace;
  private volatile Brokers last = Brokers.unknown();

  public BrokerWatch(ClientSettings clients, Collect collect, Errors errors) {
    this.timeout = collect.timeout();
    this.admin = new AdminSource(clients, "brokers", timeout);
    this.errors = errors;
    this.memory = new BrokerMemory(collect.rememberBrokers());
    this.pace = new Pace(collect.brokersInterval());
  }

  /** What the last look found. Thread-safe. */
  public Brokers brokers() {
    return last;
  }

  @Override
  public Duration step() throws ExecutionException, InterruptedException {
    try {
      last = ask(admin.get());
    } catch (ExecutionException | KafkaException e) {
      last = unreachable(e);
      throw e;
    }
    errors.succeeded(OPERATION);
    return pace.untilNext(System.nanoTime());
  }

  private Brokers ask(Admin client) throws ExecutionException, InterruptedException {
    Deadline deadline = Deadline.in(timeout);
    Listed listed =
        listing.ask(
            client, new DescribeClusterOptions().includeAuthorizedOperations(true), deadline);
    DescribeClusterResult cluster = listed.cluster();
    long nanoTime = System.nanoTime();
    List<Broker> brokers =
        listed.listsFenced()
            ? memory.replace(listed.nodes(), nanoTime)
            : memory.update(listed.nodes(), nanoTime);
    Set<AclOperation> authorized = deadline.await(cluster.authorizedOperations());
    return new Brokers(
        true,
        Optional.of(deadline.await(cluster.clusterId())),
        controller(client, cluster, deadline),
        brokers,
        Optional.ofNullable(authorized),
        problem(authorized));
  }

  /**
   * Under KRaft the cluster's description names any broker as the controller, so the quorum is
   * asked for its leader; with ZooKeeper there is no quorum, and the description is right.
   */
  private OptionalInt controller(Admin client, DescribeClusterResult cluster, Deadline deadline)
      throws ExecutionException, InterruptedException {
    try {
      int leader = deadline.await(client.describeMetadataQuorum().quorumInfo()).leaderId();
      errors.succeeded(QUORUM_OPERATION);
      return leader < 0 ? OptionalInt.empty() : OptionalInt.of(leader);
    } catch (ExecutionException e) {
      if (Errors.unwrapped(e) instanceof UnsupportedVersionException) {
        return OptionalInt.of(deadline.await(cluster.controller()).id());
      }
      errors.failed(QUORUM_OPERATION, e);
      return OptionalInt.empty();
    }
  }

  private static Optional<String> problem(Set<AclOperation> authorized) {
    return authorized == null || authorized.contains(AclOperation.DESCRIBE)
        ? Optional.empty()
        : Optional.of(
            "the principal may not DESCRIBE the cluster: topics and groups it may not see are"
                + " missing without an error"
                + Errors.ACLS_HINT);
  }

  /**
   * Who was refused knows nothing of the brokers; who gets no answer knows that clients get none.
   */
  private Brokers unreachable(Exception failure) {
    boolean refused = Errors.unwrapped(failure) instanceof AuthenticationException;
    return new Brokers(
        false,
        last.clusterId(),
        OptionalInt.empty(),
        refused ? List.of() : memory.update(List.of(), System.nanoTime()),
        Optional.empty(),
        Optional.of("no broker could be asked: " + Errors.nameOf(failure)));
  }

  @Override
  public void release() {
    admin.close();
  }
}
