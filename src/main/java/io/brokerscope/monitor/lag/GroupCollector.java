package io.brokerscope.monitor.lag;

import io.brokerscope.config.MonitorConfig.Choice;
import io.brokerscope.monitor.kafka.Partial;
import io.brokerscope.monitor.kafka.Partial.Deadline;
import io.brokerscope.monitor.kafka.Question;
import io.brokerscope.monitor.lag.Group.Members;
import io.brokerscope.monitor.lag.GroupAnswers.Gaps;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ClassicGroupDescription;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListGroupsResult;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Asks for consumer groups, of both types, and for what they have committed: a request a broker for
 * each question. Groups that are not chosen are never asked about.
 */
public final class GroupCollector {
  private static final String LIST = "list_groups";

  private final Choice choice;

  public GroupCollector(Choice choice) {
    this.choice = choice;
  }

  public GroupAnswers collect(Question question) throws InterruptedException {
    Listing listing = list(question);
    Set<String> ids =
        listing.groups().stream().map(GroupListing::groupId).collect(Collectors.toSet());
    Partial<String, Group> described = describe(question, listing.groups());
    Partial<String, Map<TopicPartition, OffsetAndMetadata>> offsets = offsets(question, ids);
    Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
    Map<String, Boolean> chosenTopics = new HashMap<>();
    offsets
        .values()
        .forEach((group, answer) -> committed.put(group, committed(answer, chosenTopics)));
    Map<String, Throwable> unknown = new HashMap<>(described.errors());
    unknown.putAll(offsets.errors());
    boolean refused =
        unknown.values().stream().anyMatch(GroupAuthorizationException.class::isInstance);
    return new GroupAnswers(
        listing.silent() == 0,
        ids,
        described.values(),
        committed,
        new Gaps(listing.silent() + unknown.size(), refused, listing.any()));
  }

  /**
   * What brokers list.
   *
   * @param groups that are chosen
   * @param any whether there are groups at all
   * @param silent brokers that did not answer
   */
  private record Listing(Collection<GroupListing> groups, boolean any, int silent) {}

  private Listing list(Question question) throws InterruptedException {
    Set<GroupState> states =
        choice.groupStates().stream().map(GroupState::parse).collect(Collectors.toSet());
    ListGroupsResult result =
        question.admin().listGroups(ListGroupsOptions.forConsumerGroups().inGroupStates(states));
    try {
      Deadline deadline = Deadline.in(question.timeout());
      Collection<Throwable> failures = deadline.await(result.errors());
      if (failures.isEmpty()) {
        question.errors().succeeded(LIST);
      } else {
        question.errors().failed(LIST, failures);
      }
      Collection<GroupListing> all = deadline.await(result.valid());
      List<GroupListing> chosen =
          all.stream().filter(group -> choice.groups().includes(group.groupId())).toList();
      return new Listing(chosen, !all.isEmpty(), failures.size());
    } catch (ExecutionException e) {
      question.errors().failed(LIST, e);
      return new Listing(List.of(), false, 1);
    }
  }

  /** Those of each type in a question of their own, but as one step: one of them alone may fail. */
  private static Partial<String, Group> describe(Question question, Collection<GroupListing> groups)
      throws InterruptedException {
    Map<Boolean, List<String>> idsByNewProtocol =
        groups.stream()
            .collect(
                Collectors.partitioningBy(
                    group -> group.type().filter(GroupType.CONSUMER::equals).isPresent(),
                    Collectors.mapping(GroupListing::groupId, Collectors.toList())));
    Map<String, KafkaFuture<Group>> futures = new HashMap<>();
    if (!idsByNewProtocol.get(true).isEmpty()) {
      question
          .admin()
          .describeConsumerGroups(idsByNewProtocol.get(true))
          .describedGroups()
          .forEach((id, future) -> futures.put(id, future.thenApply(GroupCollector::described)));
    }
    if (!idsByNewProtocol.get(false).isEmpty()) {
      question
          .admin()
          .describeClassicGroups(idsByNewProtocol.get(false))
          .describedGroups()
          .forEach((id, future) -> futures.put(id, future.thenApply(GroupCollector::described)));
    }
    return question.many("describe_groups", futures, Set.of(GroupIdNotFoundException.class));
  }

  private static Partial<String, Map<TopicPartition, OffsetAndMetadata>> offsets(
      Question question, Set<String> ids) throws InterruptedException {
    Map<String, KafkaFuture<Map<TopicPartition, OffsetAndMetadata>>> futures = new HashMap<>();
    if (!ids.isEmpty()) {
      // No list of partitions stands for all that the group has committed.
      ListConsumerGroupOffsetsSpec all = new ListConsumerGroupOffsetsSpec();
      Map<String, ListConsumerGroupOffsetsSpec> specs = new HashMap<>();
      ids.forEach(id -> specs.put(id, all));
      ListConsumerGroupOffsetsResult result = question.admin().listConsumerGroupOffsets(specs);
      ids.forEach(id -> futures.put(id, result.partitionsToOffsetAndMetadata(id)));
    }
    return question.many("list_group_offsets", futures, Set.of(GroupIdNotFoundException.class));
  }

  private static Group described(ConsumerGroupDescription group) {
    return new Group(
        group.groupId(),
        group.groupState().toString(),
        group.type().toString(),
        group.partitionAssignor(),
        id(group.coordinator()),
        members(group.members()));
  }

  private static Group described(ClassicGroupDescription group) {
    return new Group(
        group.groupId(),
        group.state().toString(),
        GroupType.CLASSIC.toString(),
        group.protocolData(),
        id(group.coordinator()),
        members(group.members()));
  }

  private static OptionalInt id(Node coordinator) {
    return coordinator == null || coordinator.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(coordinator.id());
  }

  private static Members members(Collection<MemberDescription> members) {
    return Members.of(
        members.stream().map(member -> member.assignment().topicPartitions()).toList());
  }

  /**
   * @param chosenTopics what was found of topics so far, as a name is matched more slowly than
   *     found
   */
  private Map<TopicPartition, Long> committed(
      Map<TopicPartition, OffsetAndMetadata> answers, Map<String, Boolean> chosenTopics) {
    Map<TopicPartition, Long> committed = new HashMap<>(answers.size() * 4 / 3 + 1);
    answers.forEach(
        (partition, offset) -> {
          // Null stands for a partition that was asked for in vain.
          if (offset != null
              && chosenTopics.computeIfAbsent(partition.topic(), choice.topics()::includes)) {
            committed.put(partition, offset.offset());
          }
        });
    return committed;
  }
}
