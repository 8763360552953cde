package io.brokerscope.monitor.cluster;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What is asked for more rarely: log directories and topics' settings.
 *
 * @param dirs of the brokers that answered
 * @param topicSizeBytes of all replicas together
 * @param cleanupPolicies by topic; of topics whose settings may be read
 * @param missing brokers that are up and gave no answer
 */
public record Storage(
    List<LogDir> dirs,
    Map<String, Long> topicSizeBytes,
    Map<String, String> cleanupPolicies,
    int missing) {

  public Storage {
    dirs = List.copyOf(dirs);
    topicSizeBytes = Map.copyOf(topicSizeBytes);
    cleanupPolicies = Map.copyOf(cleanupPolicies);
  }

  /** Topics from which records may be missing between others. */
  public Set<String> compactedTopics() {
    return cleanupPolicies.entrySet().stream()
        .filter(policy -> policy.getValue().contains(TopicConfig.CLEANUP_POLICY_COMPACT))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  public static Storage none() {
    return new Storage(List.of(), Map.of(), Map.of(), 0);
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
