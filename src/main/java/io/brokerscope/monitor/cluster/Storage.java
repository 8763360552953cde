package io.brokerscope.monitor.cluster;

import io.brokerscope.monitor.kafka.Partial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What is asked for more rarely: log directories and topics' settings.
 *
 * @param brokers by id; of one that did not answer what it said before
 * @param topicSizeBytes of all replicas together
 * @param cleanupPolicies by topic; of topics whose settings may be read
 * @param missing brokers that are up and topics that gave no answer
 */
public record Storage(
    Map<Integer, OfBroker> brokers,
    Map<String, Long> topicSizeBytes,
    Map<String, String> cleanupPolicies,
    int missing) {

  public Storage {
    brokers = Map.copyOf(brokers);
    topicSizeBytes = Map.copyOf(topicSizeBytes);
    cleanupPolicies = Map.copyOf(cleanupPolicies);
  }

  /**
   * What came now, and for what did not come what is known from before.
   *
   * @param policies of cleaning up, by topic
   */
  static Storage of(
      Partial<Integer, OfBroker> brokers, Partial<String, String> policies, Storage before) {
    Map<Integer, OfBroker> allBrokers = completed(brokers, before.brokers());
    Map<String, Long> topicSizes = new HashMap<>();
    for (OfBroker broker : allBrokers.values()) {
      broker.topicSizeBytes().forEach((topic, bytes) -> topicSizes.merge(topic, bytes, Long::sum));
    }
    return new Storage(
        allBrokers,
        topicSizes,
        completed(policies, before.cleanupPolicies()),
        brokers.errors().size() + policies.errors().size());
  }

  private static <K, V> Map<K, V> completed(Partial<K, V> now, Map<K, V> before) {
    Map<K, V> all = new HashMap<>(before);
    all.keySet().retainAll(now.errors().keySet());
    all.putAll(now.values());
    return all;
  }

  /** Of all brokers. */
  public List<LogDir> dirs() {
    return brokers.values().stream().flatMap(broker -> broker.dirs().stream()).toList();
  }

  /** Topics from which records may be missing between others. */
  public Set<String> compactedTopics() {
    return cleanupPolicies.entrySet().stream()
        .filter(policy -> policy.getValue().contains(TopicConfig.CLEANUP_POLICY_COMPACT))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  public static Storage none() {
    return new Storage(Map.of(), Map.of(), Map.of(), 0);
  }

  /**
   * A broker's share.
   *
   * @param topicSizeBytes of its replicas
   */
  public record OfBroker(List<LogDir> dirs, Map<String, Long> topicSizeBytes) {
    public OfBroker {
      dirs = List.copyOf(dirs);
      topicSizeBytes = Map.copyOf(topicSizeBytes);
    }
  }

  /**
   * A directory of a broker that holds logs.
   *
   * @param sizeBytes of the logs in it
   * @param failed whether the broker has given the directory up
   */
  public record LogDir(int broker, String path, long sizeBytes, Volume volume, boolean failed) {}

  /** The volume a directory is on; its sizes are absent before Kafka 3.3. */
  public record Volume(OptionalLong totalBytes, OptionalLong usableBytes) {}
}
