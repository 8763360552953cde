package io.brokerscope.monitor.canary;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.config.MonitorConfig.CanaryTopic;
import io.brokerscope.monitor.kafka.BrokerListing;
import io.brokerscope.monitor.kafka.BrokerListing.Listed;
import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Partial;
import io.brokerscope.monitor.kafka.Partial.Deadline;
import io.brokerscope.monitor.kafka.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Looks at the topic again and again, with two requests each time, and keeps it as it should be: a
 * partition led by every broker.
 */
final class TopicKeeper implements Worker.Task {
  static final String OPERATION = "canary_topic";
  private static final String OFFSETS_OPERATION = "canary_offsets_topic";
  private static final String ELECTION_OPERATION = "canary_election";

  private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(10);
  private static final int PROBES_PER_LOOK = 10;
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final CanaryTopic settings;
  private final Duration interval;
  private final CanaryClients clients;
  private final Errors errors;
  private final Consumer<CanaryView> listener;

  private final BrokerLooks brokers = new BrokerLooks();
  private final TopicPlan plan;
  private final TopicChanger changer;
  private Admin admin; // null until it is needed
  private CanaryView view = CanaryView.NOTHING;

  private final BrokerListing brokerListing = new BrokerListing();

  /** Whether the cluster has refused an election: it needs a right that not everybody gives. */
  private boolean mayNotElect;

  private record Look(
      Listed brokers, Optional<TopicDescription> topic, Optional<TopicDescription> offsetsTopic) {}

  /**
   * @param listener gets what was seen, before anything is done about it
   */
  TopicKeeper(
      MonitorConfig.Canary config,
      CanaryClients clients,
      Errors errors,
      Consumer<CanaryView> listener) {
    settings = config.topic();
    interval = interval(config.pace().interval());
    this.clients = clients;
    this.errors = errors;
    this.listener = listener;
    plan = new TopicPlan(settings, brokers);
    changer = new TopicChanger(settings.name(), TIMEOUT);
  }

  /** From one look to the next: a leader that moved is not missed for many messages. */
  private static Duration interval(Duration betweenProbes) {
    Duration some = betweenProbes.multipliedBy(PROBES_PER_LOOK);
    return some.compareTo(LONGEST_INTERVAL) < 0 ? some : LONGEST_INTERVAL;
  }

  @Override
  public Duration step() throws ExecutionException, InterruptedException {
    if (admin == null) {
      admin = clients.admin("canary-topic");
    }
    Look look;
    try {
      look = look();
    } catch (ExecutionException e) {
      publish(view.withProblem("the topic cannot be looked at: " + Errors.nameOf(e)));
      throw e;
    }
    brokers.looked(look.brokers().nodes(), look.brokers().listsFenced(), replicas(look.topic()));
    ViewBuilder builder = new ViewBuilder(settings, view);
    publish(builder.view(look.topic(), look.offsetsTopic(), brokers.unfenced()));
    List<TopicChange> changes = plan.changes(look.topic());
    changes.removeIf(change -> mayNotElect && change instanceof TopicChange.ElectPreferred);
    boolean allMade = change(changes);
    boolean newsAreDue = !changes.isEmpty() || (settings.manage() && look.topic().isEmpty());
    return allMade && newsAreDue ? SOON : interval;
  }

  @Override
  public void release() {
    if (admin != null) {
      admin.close(Duration.ZERO);
      admin = null;
    }
  }

  private Look look() throws ExecutionException, InterruptedException {
    int timeoutMillis = Math.toIntExact(TIMEOUT.toMillis());
    Deadline deadline = Deadline.in(TIMEOUT.plusSeconds(1)); // Kafka's own error comes first
    Listed listed =
        brokerListing.ask(admin, new DescribeClusterOptions().timeoutMs(timeoutMillis), deadline);
    DescribeTopicsResult topics =
        admin.describeTopics(
            List.of(settings.name(), OffsetsTopic.NAME),
            new DescribeTopicsOptions().timeoutMs(timeoutMillis));
    Partial<String, TopicDescription> described = Partial.await(topics.topicNameValues(), deadline);
    Throwable error = described.errors().get(settings.name());
    if (error != null && !(error instanceof UnknownTopicOrPartitionException)) {
      throw new ExecutionException(error);
    }
    noteOffsetsTopic(described);
    return new Look(
        listed,
        Optional.ofNullable(described.values().get(settings.name())),
        Optional.ofNullable(described.values().get(OffsetsTopic.NAME)));
  }

  private void noteOffsetsTopic(Partial<String, TopicDescription> described) {
    Throwable error = described.errors().get(OffsetsTopic.NAME);
    if (error == null || error instanceof UnknownTopicOrPartitionException) {
      errors.succeeded(OFFSETS_OPERATION);
    } else {
      errors.failed(OFFSETS_OPERATION, error);
    }
  }

  /** Whether none of them failed. */
  private boolean change(List<TopicChange> changes) throws InterruptedException {
    boolean failed = false;
    for (TopicChange change : changes) {
      try {
        changer.make(change, admin);
      } catch (ExecutionException e) {
        if (isRefusedElection(change, e)) {
          mayNotElect = true;
          errors.failed(ELECTION_OPERATION, e);
          continue;
        }
        failed = true;
        errors.failed(OPERATION, e);
        publish(
            view.withProblem(
                "%s failed: %s".formatted(change.getClass().getSimpleName(), Errors.nameOf(e))));
      }
    }
    if (!failed) {
      errors.succeeded(OPERATION);
    }
    return !failed;
  }

  /** Brokers bring their leaders back themselves, only later, so nothing is wrong. */
  private static boolean isRefusedElection(TopicChange change, ExecutionException e) {
    return change instanceof TopicChange.ElectPreferred
        && Errors.unwrapped(e) instanceof AuthorizationException;
  }

  private void publish(CanaryView seen) {
    view = seen;
    listener.accept(seen);
  }

  private static Set<Integer> replicas(Optional<TopicDescription> topic) {
    return topic.stream()
        .flatMap(described -> described.partitions().stream())
        .flatMap(partition -> partition.replicas().stream())
        .map(Node::id)
        .collect(Collectors.toSet());
  }
}
