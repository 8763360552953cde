package io.brokerscope.monitor.lag;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.config.MonitorConfig.Granularity;
import io.brokerscope.exposition.LabelText;
import io.brokerscope.exposition.Labels;
import io.brokerscope.monitor.cluster.Topics;
import io.brokerscope.monitor.lag.AgeSearch.Span;
import io.brokerscope.monitor.lag.AgeSearch.Target;
import io.brokerscope.monitor.lag.LagView.GroupRow;
import io.brokerscope.monitor.lag.LagView.Lag;
import io.brokerscope.monitor.lag.LagView.PartitionRow;
import io.brokerscope.monitor.lag.LagView.TopicRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Works out lags, and lays them out in rows. */
final class LagRows {
  private final MonitorConfig config;
  private final AgeSearch ages;

  LagRows(MonitorConfig config, AgeSearch ages) {
    this.config = config;
    this.ages = ages;
  }

  /** The lag that counts, in messages: without those that are gone, and 0 below the limit. */
  long messages(Position position, long end) {
    long lag = Math.max(0, end - oldest(position));
    return lag < config.lag().ignoreBelow() ? 0 : lag;
  }

  /** Whose age is wanted; absent if there is no lag, or none that is known. */
  Optional<Target> target(TopicPartition partition, Position position) {
    OptionalLong end = position.history().look().end();
    if (end.isEmpty() || messages(position, end.getAsLong()) == 0) {
      return Optional.empty();
    }
    Span span = new Span(oldest(position), end.getAsLong());
    return Optional.of(new Target(partition, position, span));
  }

  /** The offset of the oldest message that is not committed and may still exist. */
  private static long oldest(Position position) {
    OptionalLong start = position.history().look().start();
    return Math.max(position.committed(), start.orElse(position.committed()));
  }

  LagView view(Collection<GroupHistory> groups, Topics topics) {
    Moment moment = new Moment(System.currentTimeMillis(), System.nanoTime());
    List<PartitionRow> partitionRows = new ArrayList<>();
    List<TopicRow> topicRows = new ArrayList<>();
    List<GroupRow> groupRows = new ArrayList<>();
    Granularity granularity = config.lag().granularity();
    int agesMissing = 0;
    for (GroupHistory group : groups) {
      List<Entry> entries = entries(group, moment);
      if (isIdleForTooLong(group.group(), entries)) {
        continue;
      }
      if (granularity == Granularity.PARTITION) {
        entries.forEach(entry -> partitionRows.add(entry.row()));
      }
      if (granularity != Granularity.GROUP) {
        topicRows.addAll(topicRows(group.group().id(), entries));
      }
      groupRows.add(groupRow(group, entries, topics));
      agesMissing += agesMissing(entries);
    }
    return new LagView(partitionRows, topicRows, groupRows, agesMissing);
  }

  /** When the rows are made, by both clocks. */
  private record Moment(long millis, long nanoTime) {}

  private record Entry(String topic, PartitionRow row) {}

  private List<Entry> entries(GroupHistory group, Moment moment) {
    List<Entry> entries = new ArrayList<>();
    group
        .positions()
        .forEach(
            (partition, position) -> {
              if (position.history().look().shown()) {
                boolean owned = group.group().members().owned().contains(partition);
                Lag lag = lag(partition, position, owned, moment);
                entries.add(new Entry(partition.topic(), new PartitionRow(position.labels(), lag)));
              }
            });
    return entries;
  }

  private Lag lag(TopicPartition partition, Position position, boolean owned, Moment moment) {
    OptionalLong end = position.history().look().end();
    OptionalLong start = position.history().look().start();
    return new Lag(
        position.committed(),
        end.isPresent() ? messages(position, end.getAsLong()) : Double.NaN,
        end.isPresent() ? seconds(partition, position, moment) : Double.NaN,
        start.isPresent() ? Math.max(0, start.getAsLong() - position.committed()) : Double.NaN,
        position.standingSeconds(moment.nanoTime()),
        position.window().evaluate(config.lag().statusAllowedLag(), owned));
  }

  private double seconds(TopicPartition partition, Position position, Moment moment) {
    if (!config.lag().seconds()) {
      return Double.NaN;
    }
    Optional<Target> target = target(partition, position);
    return target.isEmpty() ? 0 : ages.seconds(target.get(), moment.millis()).orElse(Double.NaN);
  }

  private int agesMissing(List<Entry> entries) {
    return config.lag().seconds()
        ? (int) entries.stream().filter(entry -> entry.row().lag().isAgeMissing()).count()
        : 0;
  }

  private boolean isIdleForTooLong(Group group, List<Entry> entries) {
    double most = config.choice().groupIdleMax().toSeconds();
    return most > 0
        && group.isEmpty()
        && entries.stream().allMatch(entry -> entry.row().lag().standingSeconds() > most);
  }

  private static List<TopicRow> topicRows(String group, List<Entry> entries) {
    Map<String, List<Lag>> byTopic = new TreeMap<>();
    for (Entry entry : entries) {
      byTopic.computeIfAbsent(entry.topic(), topic -> new ArrayList<>()).add(entry.row().lag());
    }
    List<TopicRow> rows = new ArrayList<>();
    byTopic.forEach(
        (topic, lags) ->
            rows.add(
                new TopicRow(
                    LabelText.of(Labels.of("consumergroup", group, "topic", topic)),
                    LagSum.of(lags))));
    return rows;
  }

  private static GroupRow groupRow(GroupHistory history, List<Entry> entries, Topics topics) {
    Group group = history.group();
    List<Lag> lags = entries.stream().map(entry -> entry.row().lag()).toList();
    int withoutCommit =
        (int)
            group.members().owned().stream()
                .filter(partition -> topics.byName().containsKey(partition.topic()))
                .filter(partition -> !history.positions().containsKey(partition))
                .count();
    String coordinator =
        group.coordinator().isPresent() ? Integer.toString(group.coordinator().getAsInt()) : "";
    return new GroupRow(
        LabelText.of(Labels.of("consumergroup", group.id())),
        LabelText.of(
            Labels.of(
                "consumergroup",
                group.id(),
                "state",
                group.state(),
                "type",
                group.type(),
                "protocol",
                group.protocol(),
                "coordinator",
                coordinator)),
        group,
        LagSum.of(lags),
        withoutCommit);
  }
}
