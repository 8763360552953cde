package io.brokerscope.monitor;

import io.brokerscope.monitor.cluster.Topics;
import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.lag.GroupAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the monitor's principal may describe topics and groups, as far as a cycle's answers tell:
 * Kafka hides topics that one may not see, and says so of groups only.
 *
 * @param topics absent if there may just be no topic
 * @param groups absent if there is none
 */
record Rights(Optional<Boolean> topics, Optional<Boolean> groups) {
  static Rights unknown() {
    return new Rights(Optional.empty(), Optional.empty());
  }

  /** Where there are groups there is the topic of their offsets, so who does not see it may not. */
  static Rights of(Topics topics, GroupAnswers groups) {
    return new Rights(
        topics.offsetsListed() || groups.gaps().anyListed()
            ? Optional.of(topics.offsetsListed())
            : Optional.empty(),
        groups.listed().isEmpty() ? Optional.empty() : Optional.of(!groups.gaps().refused()));
  }

  /** One line each. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (topics.isPresent() && !topics.get()) {
      problems.add(
          "the principal may not DESCRIBE __consumer_offsets: other topics it may not see are"
              + " missing too, without an error"
              + Errors.ACLS_HINT);
    }
    if (groups.isPresent() && !groups.get()) {
      problems.add(
          "the principal may not DESCRIBE some groups; exclude them or allow it"
              + Errors.ACLS_HINT);
    }
    return problems;
  }
}
