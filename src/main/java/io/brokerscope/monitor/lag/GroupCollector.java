package io.brokerscope.monitor.lag;

import io.brokerscope.config.MonitorConfig.Choice;
import io.brokerscope.monitor.kafka.Partial;
import io.brokerscope.monitor.kafka.Question;
import io.brokerscope.monitor.lag.Group.Members;
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
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Asks for consumer groups, of both types, and for what they have committed: a request a broker for
 * each question. Groups that are not chosen are never asked about.
 */
public final class GroupCollector {
  private final Choice choice;

  public GroupCollector(Choice choice) {
    this.choice = choice;
  }

  public GroupAnswers collect(Question question) throws InterruptedException {
    Listing listing = list(question);
    Map<GroupType, List<String>> idsByType =
        listing.groups().stream()
            .collect(
                Collectors.groupingBy(
                    group -> group.type().orElse(GroupType.CLASSIC),
                    Collectors.mapping(GroupListing::groupId, Collectors.toList())));
    Map<String, Group> groups = new HashMap<>();
    listing.groups().forEach(group -> groups.put(group.groupId(), listed(group)));
    int missing = 0;
    for (Map.Entry<GroupType, List<String>> ids : idsByType.entrySet()) {
      Partial<String, Group> described = describe(question, ids.getKey(), ids.getValue());
      groups.putAll(described.values());
      missing += described.errors().size();
    }
    Partial<String, Map<TopicPartition, OffsetAndMetadata>> offsets =
        offsets(question, groups.keySet());
    Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
    offsets.values().forEach((group, map) -> committed.put(group, committed(map)));
    return new GroupAnswers(
        listing.complete(), groups, committed, missing + offsets.errors().size());
  }

  /** What brokers list; not complete if one of them did not answer. */
  private record Listing(Collection<GroupListing> groups, boolean complete) {}

  private Listing list(Question question) throws InterruptedException {
    Set<GroupState> states =
        choice.groupStates().stream().map(GroupState::parse).collect(Collectors.toSet());
    ListGroupsResult result =
        question.admin().listGroups(ListGroupsOptions.forConsumerGroups().inGroupStates(states));
    try {
      Collection<Throwable> failures = question.one("list_groups", result.errors());
      if (!failures.isEmpty()) {
        question.errors().failed("list_groups", failures);
      }
      List<GroupListing> chosen =
          question.one("list_groups", result.valid()).stream()
              .filter(group -> choice.groups().includes(group.groupId()))
              .toList();
      return new Listing(chosen, failures.isEmpty());
    } catch (ExecutionException e) {
      return new Listing(List.of(), false); // It has been counted.
    }
  }

  private static Partial<String, Group> describe(
      Question question, GroupType type, List<String> ids) throws InterruptedException {
    String operation = "describe_groups";
    if (type == GroupType.CONSUMER) {
      return question
          .many(
              operation,
              question.admin().describeConsumerGroups(ids).describedGroups(),
              GroupIdNotFoundException.class)
          .map(GroupCollector::described);
    }
    return question
        .many(
            operation,
            question.admin().describeClassicGroups(ids).describedGroups(),
            GroupIdNotFoundException.class)
        .map(GroupCollector::described);
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
    return question.many("list_group_offsets", futures, GroupIdNotFoundException.class);
  }

  private static Group listed(GroupListing listing) {
    return new Group(
        listing.groupId(),
        listing.groupState().orElse(GroupState.UNKNOWN).toString(),
        listing.type().orElse(GroupType.CLASSIC).toString(),
        "",
        OptionalInt.empty(),
        Members.NONE);
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

  private static Map<TopicPartition, Long> committed(
      Map<TopicPartition, OffsetAndMetadata> answers) {
    Map<TopicPartition, Long> committed = new HashMap<>(answers.size() * 4 / 3 + 1);
    answers.forEach(
        (partition, offset) -> {
          if (offset != null) { // Null stands for a partition that was asked for in vain.
            committed.put(partition, offset.offset());
          }
        });
    return committed;
  }
}
