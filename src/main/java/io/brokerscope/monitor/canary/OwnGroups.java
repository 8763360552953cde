package io.brokerscope.monitor.canary;

import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Partial;
import io.brokerscope.monitor.kafka.Partial.Deadline;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DeleteConsumerGroupsOptions;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListGroupsResult;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * The groups that this instance made, now or before it was killed, and how they go again.
 * Thread-safe as far as answers of Kafka come on another thread.
 */
final class OwnGroups {
  private static final String OPERATION = "canary_groups";
  private static final int TIMEOUT_MILLIS = 5_000;

  /** A list of all groups is no small thing to ask for; leftovers are not worth more of them. */
  private static final int SEARCHES = 10;

  private final GroupNames names;
  private final Errors errors;
  private final Set<String> groups = ConcurrentHashMap.newKeySet();

  /** Those that are under way. */
  private final Map<String, KafkaFuture<Void>> deletions = new HashMap<>();

  private List<KafkaFuture<?>> search = List.of();
  private int searches;
  private volatile boolean searched;

  OwnGroups(GroupNames names, Errors errors) {
    this.names = names;
    this.errors = errors;
  }

  /** Notes a group before it is made. */
  void used(String group) {
    groups.add(group);
  }

  /** Asks for groups of an earlier start, unless all brokers answered already. Does not wait. */
  void findLeftovers(Admin admin) {
    if (searched || searches == SEARCHES || !search.stream().allMatch(KafkaFuture::isDone)) {
      return;
    }
    searches++;
    ListGroupsResult result = admin.listGroups(new ListGroupsOptions().timeoutMs(TIMEOUT_MILLIS));
    search =
        List.of(
            result.valid().whenComplete((found, error) -> addOwn(found)),
            result.errors().whenComplete(this::searched));
  }

  /** Deletes the groups that are not kept. Does not wait. */
  void deleteAllBut(Set<String> kept, Admin admin) {
    deletions.values().removeIf(KafkaFuture::isDone);
    Set<String> unused = new HashSet<>(groups);
    unused.removeAll(kept);
    unused.removeAll(deletions.keySet());
    if (!unused.isEmpty()) {
      deletions(unused, admin)
          .forEach(
              (group, future) ->
                  deletions.put(group, future.whenComplete((done, error) -> gone(group, error))));
    }
  }

  /** Deletes all and waits for it. */
  void deleteAll(Admin admin, Duration limit) throws InterruptedException {
    Set<String> all = Set.copyOf(groups);
    Partial<String, Void> deleted = Partial.await(deletions(all, admin), Deadline.in(limit));
    all.forEach(group -> gone(group, deleted.errors().get(group)));
  }

  private static Map<String, KafkaFuture<Void>> deletions(Set<String> groups, Admin admin) {
    return admin
        .deleteConsumerGroups(groups, new DeleteConsumerGroupsOptions().timeoutMs(TIMEOUT_MILLIS))
        .deletedGroups();
  }

  /**
   * @param error null if there was none
   */
  private void gone(String group, Throwable error) {
    if (error == null || Errors.unwrapped(error) instanceof GroupIdNotFoundException) {
      groups.remove(group);
      errors.succeeded(OPERATION);
    } else {
      errors.failed(OPERATION, error);
    }
  }

  /**
   * @param found null if nothing could be listed
   */
  private void addOwn(Collection<GroupListing> found) {
    if (found != null) {
      found.stream().map(GroupListing::groupId).filter(names::isOwn).forEach(groups::add);
    }
  }

  /**
   * @param failures of single brokers, null if nothing could be listed
   * @param error null if there was none
   */
  private void searched(Collection<Throwable> failures, Throwable error) {
    if (error != null) {
      errors.failed(OPERATION, error);
    } else if (failures.isEmpty()) {
      searched = true;
    } else {
      errors.failed(OPERATION, failures.iterator().next());
    }
  }
}
