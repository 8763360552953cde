package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.Chart.stat;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.sumBy;
import static io.brokerscope.dashboards.Scale.value;
import static io.brokerscope.dashboards.Section.line;
import static io.brokerscope.dashboards.Table.table;

import io.brokerscope.dashboards.Board;
import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Scale;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;
import io.brokerscope.dashboards.Variable;
import java.util.List;

/** Who is behind, how far, and is it getting better? By the monitor. */
final class LagBoard {
  private static final Link THIS = Link.to(BoardId.LAG).taking("consumergroup");
  private static final Link TOPICS = Link.to(BoardId.TOPICS).keeping("topic");
  private static final Link CONSUMER = Link.to(BoardId.CONSUMER);

  private static final Scale GROUP_STATUS =
      Scale.of(value(1, "OK", "green"), value(2, "WARN", "orange"), value(3, "ERR", "red"));

  /** No time, so it can stand for one that never comes. */
  private static final int NEVER = -1;

  private static final Scale TIME_LEFT =
      Scale.of(Unit.SECONDS).with(value(NEVER, "does not catch up", "red"));

  private LagBoard() {}

  static Board board() {
    return Board.of(
        BoardId.LAG,
        "Which group is behind, how far, is it getting better, and because of which partition?",
        List.of(
            Variable.several(
                "consumergroup",
                "Group",
                "label_values(kafka_consumergroup_members{:cluster}, consumergroup)"),
            Variable.several(
                "topic", "Topic", "label_values(kafka_consumergroup_lag_sum{:group}, topic)")),
        Section.of("Which group is behind?", figures(), groups()),
        Section.of("How far, and is it getting better?", lag(), pace()),
        LagPartitions.partitionsBehind(),
        LagPartitions.groups());
  }

  private static Line figures() {
    return line(
        4,
        stat("Groups", "Those that are chosen.", Unit.EXACT, CONSUMER)
            .query(
                "",
                "count(%s)"
                    .formatted(maxBy("consumergroup", "kafka_consumergroup_members{:group}"))),
        stat(
                "Groups not OK",
                "0 is normal. Burrow's rules: what commits say over 10 cycles, no limit in messages.",
                Unit.EXACT,
                CONSUMER)
            .query(
                "",
                "count(%s > 1) or vector(0)"
                    .formatted(maxBy("consumergroup", "kafka_consumergroup_status{:group}")))
            .thresholds(Thresholds.warnFrom(1)),
        stat(
                "Longest lag",
                "Age of the oldest message that is not committed. What is too much its users decide.",
                Unit.SECONDS,
                CONSUMER)
            .query("", "max(kafka_consumergroup_group_max_lag_seconds{:group})"),
        stat("Messages behind", "Of all groups that are chosen.", Unit.COUNT, CONSUMER)
            .query(
                "",
                "sum(%s)"
                    .formatted(
                        maxBy("consumergroup", "kafka_consumergroup_group_sum_lag{:group}"))),
        stat(
                "Groups that rebalance",
                "0, or for seconds. For 10 minutes is a ticket.",
                Unit.EXACT,
                CONSUMER)
            .query(
                "",
                """
                count(max by (consumergroup) (kafka_consumergroup_info{:group,
                  state=~'PreparingRebalance|CompletingRebalance|Assigning|Reconciling'}))
                or vector(0)
                """)
            .thresholds(Thresholds.warnFrom(1)),
        stat(
                "Messages lost unread",
                "Always 0. Retention deleted them before the group had read them; it counts until the next commit.",
                Unit.COUNT,
                TOPICS)
            .query("", "sum(kafka_consumergroup:kafka_consumergroup_expired_messages:sum{:group})")
            .thresholds(Thresholds.badFrom(1)));
  }

  private static Line groups() {
    return line(
        8,
        table(
                "Which groups are there, and how are they?",
                "A click on a group chooses it. WARN is behind, ERR stands still; members without a "
                    + "partition are too many.",
                THIS,
                CONSUMER,
                Link.to(BoardId.STREAMS),
                Link.to(BoardId.CONNECT))
            .label("consumergroup", "Group")
            .figure(
                "Status",
                GROUP_STATUS,
                maxBy("consumergroup", "kafka_consumergroup_status{:group}"))
            .label("state", "State")
            .label("type", "Protocol")
            .fact(maxBy("consumergroup, state, type", "kafka_consumergroup_info{:group}"))
            .bar(
                "Seconds behind",
                Unit.SECONDS,
                maxBy("consumergroup", "kafka_consumergroup_group_max_lag_seconds{:group}"))
            .bar(
                "Messages behind",
                Unit.COUNT,
                maxBy("consumergroup", "kafka_consumergroup_group_sum_lag{:group}"))
            .figure(
                "Members",
                Unit.COUNT,
                maxBy("consumergroup", "kafka_consumergroup_members{:group}"))
            .figure(
                "Idle members",
                Scale.of(Unit.COUNT, Thresholds.warnFrom(1)),
                maxBy("consumergroup", "kafka_consumergroup_members_unassigned{:group}"))
            .figure(
                "Lost unread",
                Scale.of(Unit.COUNT, Thresholds.badFrom(1)),
                maxBy(
                    "consumergroup",
                    "kafka_consumergroup:kafka_consumergroup_expired_messages:sum{:group}"))
            .sortedBy("Seconds behind"));
  }

  private static Line lag() {
    return line(
        8,
        lines(
                "How far behind is each group? (age of the oldest message)",
                "Level. In seconds, because a thousand messages are a second for one group and a day for another.",
                Unit.SECONDS,
                Calc.LAST,
                THIS,
                CONSUMER)
            .query(
                "{{consumergroup}}",
                "topk(20, %s)"
                    .formatted(
                        maxBy(
                            "consumergroup", "kafka_consumergroup_group_max_lag_seconds{:group}")))
            .manyLines(),
        lines(
                "How many messages is each group behind?",
                "Level or falling.",
                Unit.COUNT,
                Calc.LAST,
                THIS,
                CONSUMER)
            .query(
                "{{consumergroup}}",
                "topk(20, %s)"
                    .formatted(maxBy("consumergroup", "kafka_consumergroup_group_sum_lag{:group}")))
            .manyLines(),
        lines(
                "Is it getting worse? (seconds further behind, per second)",
                "Around 0; below it catches up, 1 reads nothing at all. Above 0.1 over half an hour is a ticket.",
                Unit.COUNT,
                Calc.LAST,
                THIS,
                CONSUMER)
            .query(
                "{{consumergroup}}",
                maxBy(
                    "consumergroup",
                    "deriv(kafka_consumergroup:kafka_consumergroup_lag_seconds:max{:group}[10m])"))
            .thresholds(Thresholds.warnFrom(0.1)));
  }

  private static Line pace() {
    return line(
        8,
        lines(
                "Written and read per second, by topic (messages)",
                "The lines of a topic lie on each other. Read below written: more members or faster ones; "
                    + "no more than partitions.",
                Unit.MESSAGES_PER_SECOND,
                Calc.MEAN,
                Link.to(BoardId.TOPICS).taking("topic"))
            .query(
                "{{topic}} written",
                sumBy(
                    "topic",
                    maxBy(
                        "topic, partition",
                        "deriv(kafka_topic_partition_current_offset{:topic}[5m])")))
            .query(
                "{{topic}} read by {{consumergroup}}",
                maxBy(
                    "consumergroup, topic",
                    "deriv(kafka_consumergroup_current_offset_sum{:group,topic=~'$topic'}[5m])"))
            .manyLines(),
        table(
                "How long until it has caught up? (at the pace of 10 minutes)",
                "Groups that are a minute behind or more, as of now. Minutes after a deployment. One that "
                    + "does not catch up needs more or faster members, or is stuck.",
                THIS,
                CONSUMER)
            .label("consumergroup", "Group")
            .figure("Time left", TIME_LEFT, timeToCatchUp())
            .bar(
                "Messages behind",
                Unit.COUNT,
                ofThoseBehind(maxBy("consumergroup", "kafka_consumergroup_group_sum_lag{:group}")))
            .sortedBy("Messages behind")
            .emptyMeans("No group is a minute behind"),
        lines(
                "How long ago did a commit move? (worst partition)",
                "As long as the group commits (5 s), or as nobody writes. Longer with lag is a stuck consumer.",
                Unit.SECONDS,
                Calc.MAX,
                Link.to(BoardId.LAG).taking("consumergroup", "topic"),
                CONSUMER)
            .query(
                "{{consumergroup}} {{topic}}",
                "topk(20, %s)"
                    .formatted(
                        maxBy(
                            "consumergroup, topic",
                            "kafka_consumergroup_offset_age_seconds{:group,topic=~'$topic'}")))
            .manyLines());
  }

  /** Seconds, or {@link #NEVER}. */
  private static String timeToCatchUp() {
    return ofThoseBehind(
        """
        (
          max by (consumergroup) (
            kafka_consumergroup_group_sum_lag{:group}
            / (-deriv(kafka_consumergroup_group_sum_lag{:group}[10m]) > 0.1))
          or
          0 * max by (consumergroup) (kafka_consumergroup_group_sum_lag{:group}) + %d
        )
        """
            .formatted(NEVER));
  }

  /** The lag of others goes up and down by itself: they neither catch up nor fail to. */
  private static String ofThoseBehind(String figure) {
    return figure
        + " and "
        + maxBy("consumergroup", "kafka_consumergroup_group_max_lag_seconds{:group}")
        + " >= 60";
  }
}
