package io.brokerscope.monitor.lag;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What one look at the groups found.
 *
 * @param complete whether all coordinators said which groups they have; if not, one that is not
 *     listed may still exist
 * @param listed by id
 * @param committed by id; without groups whose coordinator did not answer
 * @param missing answers that did not come
 */
public record GroupAnswers(
    boolean complete,
    Map<String, Group> listed,
    Map<String, Map<TopicPartition, Long>> committed,
    int missing) {

  public GroupAnswers {
    listed = Map.copyOf(listed);
    committed = Map.copyOf(committed);
  }

  /** When nothing could be asked. */
  public static GroupAnswers none() {
    return new GroupAnswers(false, Map.of(), Map.of(), 0);
  }
}
