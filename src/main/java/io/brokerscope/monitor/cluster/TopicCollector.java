package io.brokerscope.monitor.cluster;

import io.brokerscope.config.MonitorConfig.NameChoice;
import io.brokerscope.monitor.cluster.Topic.Partition;
import io.brokerscope.monitor.kafka.Partial;
import io.brokerscope.monitor.kafka.Question;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks for the topics: one request for the names, one for each 2,000 partitions of the chosen. */
public final class TopicCollector {
  private static final String OFFSETS = "__consumer_offsets";

  private final NameChoice choice;

  public TopicCollector(NameChoice choice) {
    this.choice = choice;
  }

  /**
   * The chosen topics.
   *
   * @throws ExecutionException if not even their names are known
   */
  public Topics collect(Question question) throws ExecutionException, InterruptedException {
    Set<String> names =
        question.one(
            "list_topics",
            question.admin().listTopics(new ListTopicsOptions().listInternal(true)).names());
    List<String> chosen = names.stream().filter(choice::includes).toList();
    Partial<String, TopicDescription> described = describe(question, chosen);
    Map<String, Topic> topics = new HashMap<>();
    described.values().forEach((name, description) -> topics.put(name, topic(description)));
    return new Topics(topics, names.contains(OFFSETS), described.errors().size());
  }

  /** Of {@code __consumer_offsets} and the like too; a topic deleted meanwhile is no failure. */
  private static Partial<String, TopicDescription> describe(
      Question question, Collection<String> names) throws InterruptedException {
    return question.many(
        "describe_topics",
        question.admin().describeTopics(names).topicNameValues(),
        Set.of(UnknownTopicOrPartitionException.class));
  }

  private static Topic topic(TopicDescription description) {
    return new Topic(
        description.name(),
        description.topicId(),
        description.partitions().stream().map(TopicCollector::partition).toList());
  }

  private static Partition partition(TopicPartitionInfo info) {
    Node leader = info.leader();
    return new Partition(
        info.partition(),
        leader == null || leader.isEmpty() ? Topic.NO_LEADER : leader.id(),
        ids(info.replicas()),
        ids(info.isr()));
  }

  private static List<Integer> ids(List<Node> nodes) {
    return nodes.stream().map(Node::id).toList();
  }
}
