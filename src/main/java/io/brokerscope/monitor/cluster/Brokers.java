package io.brokerscope.monitor.cluster;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/**
 * What one look at the brokers found.
 *
 * @param reachable whether any broker answered
 * @param clusterId absent until one answered
 * @param controller the metadata quorum's leader; absent while there is none, or it may not be
 *     asked
 * @param all by id, also those that are down
 * @param authorized what the monitor's principal may do to the cluster; absent if nobody said
 * @param problem one line, without secrets; absent if all is well
 */
public record Brokers(
    boolean reachable,
    Optional<String> clusterId,
    OptionalInt controller,
    List<Broker> all,
    Optional<Set<AclOperation>> authorized,
    Optional<String> problem) {

  public Brokers {
    all = List.copyOf(all);
    authorized = authorized.map(Set::copyOf);
  }

  /** Before the first look. */
  public static Brokers unknown() {
    return new Brokers(
        false,
        Optional.empty(),
        OptionalInt.empty(),
        List.of(),
        Optional.empty(),
        Optional.of("no broker has been asked yet"));
  }

  /** Whether the principal may do something; false also if nobody said. */
  public boolean may(AclOperation operation) {
    return authorized.map(operations -> operations.contains(operation)).orElse(false);
  }

  public List<Integer> upIds() {
    return all.stream().filter(Broker::up).map(Broker::id).toList();
  }
}
