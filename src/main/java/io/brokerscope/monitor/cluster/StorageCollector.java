package io.brokerscope.monitor.cluster;

import io.brokerscope.monitor.cluster.Storage.LogDir;
import io.brokerscope.monitor.cluster.Storage.OfBroker;
import io.brokerscope.monitor.cluster.Storage.Volume;
import io.brokerscope.monitor.kafka.Partial;
import io.brokerscope.monitor.kafka.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks brokers for their log directories, one request a broker, and for topics' settings. */
public final class StorageCollector {
  private StorageCollector() {}

  /**
   * Of the brokers that are up only: asking another one takes the whole time of the step.
   *
   * @param before takes the place of answers that do not come now
   */
  public static Storage collect(
      Question question, Collection<Integer> upBrokers, Topics topics, Storage before)
      throws InterruptedException {
    Map<Integer, KafkaFuture<Map<String, LogDirDescription>>> futures =
        upBrokers.isEmpty() ? Map.of() : question.admin().describeLogDirs(upBrokers).descriptions();
    Partial<Integer, Map<String, LogDirDescription>> answers =
        question.many("describe_log_dirs", futures, Set.of(UnknownTopicOrPartitionException.class));
    Map<Integer, OfBroker> brokers = new HashMap<>();
    answers
        .values()
        .forEach((broker, described) -> brokers.put(broker, ofBroker(broker, described, topics)));
    return Storage.of(
        new Partial<>(brokers, answers.errors()), cleanupPolicies(question, topics), before);
  }

  private static OfBroker ofBroker(
      int broker, Map<String, LogDirDescription> described, Topics topics) {
    List<LogDir> dirs = new ArrayList<>();
    Map<String, Long> topicSizes = new HashMap<>();
    described.forEach(
        (path, dir) -> {
          dirs.add(logDir(broker, path, dir));
          addSizes(dir, topics, topicSizes);
        });
    return new OfBroker(dirs, topicSizes);
  }

  private static LogDir logDir(int broker, String path, LogDirDescription dir) {
    long sizeBytes = dir.replicaInfos().values().stream().mapToLong(ReplicaInfo::size).sum();
    Volume volume = new Volume(dir.totalBytes(), dir.usableBytes());
    return new LogDir(broker, path, sizeBytes, volume, dir.error() != null);
  }

  private static void addSizes(LogDirDescription dir, Topics topics, Map<String, Long> topicSizes) {
    for (Map.Entry<TopicPartition, ReplicaInfo> replica : dir.replicaInfos().entrySet()) {
      String topic = replica.getKey().topic();
      if (topics.byName().containsKey(topic)) {
        topicSizes.merge(topic, replica.getValue().size(), Long::sum);
      }
    }
  }

  /**
   * By topic. Needs DESCRIBE_CONFIGS on the topics, which the monitor can do without: topics whose
   * settings may not be read are neither among the values nor the errors.
   */
  private static Partial<String, String> cleanupPolicies(Question question, Topics topics)
      throws InterruptedException {
    List<ConfigResource> resources =
        topics.byName().keySet().stream()
            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
            .toList();
    Map<String, KafkaFuture<String>> futures = new HashMap<>();
    if (!resources.isEmpty()) {
      question
          .admin()
          .describeConfigs(resources)
          .values()
          .forEach(
              (topic, future) ->
                  futures.put(topic.name(), future.thenApply(StorageCollector::cleanupPolicy)));
    }
    return question.many(
        "describe_configs",
        futures,
        Set.of(UnknownTopicOrPartitionException.class, AuthorizationException.class));
  }

  private static String cleanupPolicy(Config settings) {
    return settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
  }
}
