package io.brokerscope.monitor.canary;

import io.brokerscope.config.MonitorConfig.Canary;
import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Worker;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Reads the whole topic and tells the ledger of every probe that is ours. */
final class ConsumeLoop implements Worker.Task {
  static final String OPERATION = "canary_consume";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final Canary config;
  private final CanaryClients clients;
  private final Supplier<CanaryView> views;
  private final Receipts receipts;
  private final Errors errors;
  private Consumer<byte[], byte[]> consumer; // null until it is needed
  private Set<TopicPartition> assigned = Set.of();

  /** The topic that the consumer's positions are of; it may be made again under the same name. */
  private Optional<Uuid> topicId = Optional.empty();

  ConsumeLoop(
      Canary config,
      CanaryClients clients,
      Supplier<CanaryView> views,
      Receipts receipts,
      Errors errors) {
    this.config = config;
    this.clients = clients;
    this.views = views;
    this.receipts = receipts;
    this.errors = errors;
  }

  @Override
  public Duration step() {
    CanaryView view = views.get();
    if (view.leaders().isEmpty()) {
      return POLL;
    }
    startAgainIfTopicIsNew(view);
    if (consumer == null) {
      consumer = clients.consumer();
      receipts.restarted();
    }
    assign(view);
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    receipts.take(records, System.nanoTime());
    errors.succeeded(OPERATION);
    return Duration.ZERO;
  }

  @Override
  public void release() {
    Consumer<byte[], byte[]> old = consumer;
    consumer = null;
    assigned = Set.of();
    if (old != null) {
      old.close(CloseOptions.timeout(CLOSE_LIMIT));
    }
  }

  private void startAgainIfTopicIsNew(CanaryView view) {
    if (view.topicId().isEmpty() || view.topicId().equals(topicId)) {
      return;
    }
    if (topicId.isPresent()) {
      receipts.topicMadeAgain();
      release();
    }
    topicId = view.topicId();
  }

  /** Partitions that were assigned before keep their positions. */
  private void assign(CanaryView view) {
    Set<TopicPartition> wanted =
        view.leaders().keySet().stream()
            .map(partition -> new TopicPartition(config.topic().name(), partition))
            .collect(Collectors.toSet());
    if (!wanted.equals(assigned)) {
      consumer.assign(wanted);
      assigned = wanted;
    }
  }
}
