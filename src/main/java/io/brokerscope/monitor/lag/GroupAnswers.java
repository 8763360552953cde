package io.brokerscope.monitor.lag;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What one look at the groups found.
 *
 * @param complete whether all coordinators said which groups they have; if not, one that is not
 *     listed may still exist
 * @param listed ids of all that exist and were chosen
 * @param described by id; without groups whose coordinator did not answer
 * @param committed by id, to chosen topics; without groups whose coordinator did not answer
 * @param gaps what is missing in it, or may be
 */
public record GroupAnswers(
    boolean complete,
    Set<String> listed,
    Map<String, Group> described,
    Map<String, Map<TopicPartition, Long>> committed,
    Gaps gaps) {

  /**
   * What tells an empty answer from one that is not whole.
   *
   * @param missing brokers that did not list their groups, and groups that are not known whole
   * @param refused whether the principal may not describe one of the groups
   * @param anyListed whether there is any group, chosen or not
   */
  public record Gaps(int missing, boolean refused, boolean anyListed) {}

  public GroupAnswers {
    listed = Set.copyOf(listed);
    described = Map.copyOf(described);
    committed = Map.copyOf(committed);
  }

  public int missing() {
    return gaps.missing();
  }
}
