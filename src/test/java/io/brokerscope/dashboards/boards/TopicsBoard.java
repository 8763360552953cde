package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.Chart.stat;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.PromQl.sumBy;
import static io.brokerscope.dashboards.Section.line;
import static io.brokerscope.dashboards.Table.table;

import io.brokerscope.dashboards.Board;
import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Chart;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Scale;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;
import io.brokerscope.dashboards.Variable;
import java.util.List;

/** Which topic is it, and is its data safe? Traffic by the agents, partitions by the monitor. */
final class TopicsBoard {
  private static final Link THIS = Link.to(BoardId.TOPICS).taking("topic");
  private static final Link LAG = Link.to(BoardId.LAG).taking("topic");
  private static final Link CLUSTER = Link.to(BoardId.CLUSTER);

  private TopicsBoard() {}

  static Board board() {
    return Board.of(
        BoardId.TOPICS,
        "Which topic makes the load, is its data there, who reads it?",
        List.of(
            Variable.several(
                "topic", "Topic", "label_values(kafka_topic_partitions{:cluster}, topic)")),
        Section.of("Is the data there?", safety(), topics()),
        Section.of("Who makes the load?", traffic(), refusals()),
        Section.of("How much is kept?", size()),
        Section.of("Is it spread evenly, and is it read?", spread()));
  }

  private static Line safety() {
    return line(
        4,
        stat("Topics", "Those that are chosen.", Unit.EXACT, CLUSTER)
            .query("", "count(%s)".formatted(maxBy("topic", "kafka_topic_partitions{:topic}"))),
        stat("Partitions", "Of the topics that are chosen.", Unit.EXACT, CLUSTER)
            .query("", "sum(%s)".formatted(maxBy("topic", "kafka_topic_partitions{:topic}"))),
        stat(
                "Offline partitions",
                "Always 0. No leader: nobody can write or read them. The table says which topic.",
                Unit.EXACT,
                CLUSTER)
            .query("", partitions("sum", "kafka_topic_partition_offline{:topic}"))
            .thresholds(Thresholds.badFrom(1)),
        stat(
                "Under-replicated partitions",
                "0 is normal, more while a broker restarts.",
                Unit.EXACT,
                CLUSTER)
            .query(
                "", partitions("sum", "kafka_topic_partition_under_replicated_partition{:topic}"))
            .thresholds(Thresholds.warnFrom(1)),
        stat(
                "Under min ISR (cluster)",
                "Always 0. Producers with acks=all cannot write to these partitions.",
                Unit.EXACT,
                CLUSTER)
            .query("", "sum(kafka_server_replicamanager_underminisrpartitioncount{:cluster})")
            .thresholds(Thresholds.badFrom(1)),
        stat(
                "Size on disk, all replicas",
                "What retention allows. The board Broker says how much is free.",
                Unit.BYTES,
                Link.to(BoardId.BROKER))
            .query("", "sum(%s)".formatted(maxBy("topic", "kafka_topic_size_bytes{:topic}"))));
  }

  /** Of each partition once, however many monitors tell of it. */
  private static String partitions(String aggregation, String selector) {
    return "%s(%s)".formatted(aggregation, maxBy("topic, partition", selector));
  }

  private static String partitionsByTopic(String selector) {
    return sumBy("topic", maxBy("topic, partition", selector));
  }

  private static Line topics() {
    return line(
        9,
        table(
                "Which topics are there, and how are they?",
                "A click on a topic chooses it. Replicas should be 3, out of sync and offline 0.",
                THIS,
                LAG)
            .label("topic", "Topic")
            .label("replication_factor", "Replicas")
            .label("cleanup_policy", "Cleanup")
            .fact(maxBy("topic, replication_factor, cleanup_policy", "kafka_topic_info{:topic}"))
            .figure("Partitions", Unit.COUNT, maxBy("topic", "kafka_topic_partitions{:topic}"))
            .figure(
                "Out of sync",
                Scale.of(Unit.COUNT, Thresholds.warnFrom(1)),
                partitionsByTopic("kafka_topic_partition_under_replicated_partition{:topic}"))
            .figure(
                "Offline",
                Scale.of(Unit.COUNT, Thresholds.badFrom(1)),
                partitionsByTopic("kafka_topic_partition_offline{:topic}"))
            .bar(
                "In",
                Unit.BYTES_PER_SECOND,
                rateBy("topic", "kafka_server_brokertopicmetrics_bytesin_total{:topic}"))
            .bar(
                "Out",
                Unit.BYTES_PER_SECOND,
                rateBy("topic", "kafka_server_brokertopicmetrics_bytesout_total{:topic}"))
            .bar(
                "Messages",
                Unit.MESSAGES_PER_SECOND,
                rateBy("topic", "kafka_server_brokertopicmetrics_messagesin_total{:topic}"))
            .bar("Size", Unit.BYTES, maxBy("topic", "kafka_topic_size_bytes{:topic}"))
            .sortedBy("In"));
  }

  private static Line traffic() {
    return line(
        8,
        busiest(
            "Which topics are written most? (bytes per second)",
            "The topic that grew is the cause of most load. Its producers have a board.",
            Unit.BYTES_PER_SECOND,
            rateBy("topic", "kafka_server_brokertopicmetrics_bytesin_total{:topic}"),
            Link.to(BoardId.PRODUCER)),
        busiest(
            "Which topics are read most? (bytes per second)",
            "Bytes in times the groups that read. Far more is somebody who reads all from the beginning.",
            Unit.BYTES_PER_SECOND,
            rateBy("topic", "kafka_server_brokertopicmetrics_bytesout_total{:topic}"),
            LAG),
        busiest(
            "Which topics get most messages? (per second)",
            "Many small messages cost more than few large ones; larger batches help.",
            Unit.MESSAGES_PER_SECOND,
            rateBy("topic", "kafka_server_brokertopicmetrics_messagesin_total{:topic}"),
            Link.to(BoardId.PRODUCER)));
  }

  private static Line refusals() {
    return line(
        8,
        busiest(
                "Which topics' writes fail? (requests per second)",
                "0 is normal. The board Requests says with which error.",
                Unit.REQUESTS_PER_SECOND,
                rateBy(
                    "topic", "kafka_server_brokertopicmetrics_failedproducerequests_total{:topic}"),
                Link.to(BoardId.REQUESTS))
            .emptyMeans("No write has failed since the brokers started"),
        busiest(
                "Which topics refuse messages as too big? (bytes/s)",
                "0 is normal. Messages above the topic's max.message.bytes are refused.",
                Unit.BYTES_PER_SECOND,
                rateBy("topic", "kafka_server_brokertopicmetrics_bytesrejected_total{:topic}"),
                Link.to(BoardId.REQUESTS))
            .emptyMeans("Nothing was refused since the brokers started"),
        lines(
                "Who is held back by a quota? (ms on average)",
                "0 is normal. A quota does what it is for; half an hour of it is too low or a mistake. "
                    + "Quotas of client ids show in the lines of all who ask the same.",
                Unit.MILLISECONDS,
                Calc.MAX,
                Link.to(BoardId.REQUESTS))
            .query(
                "{{user}} {{resource}}",
                maxBy("user, resource", "kafka_server_quota_throttle_time{:cluster}"))
            .query("all {{request}}", Throttling.byRequest(":cluster"))
            .emptyMeans("Nobody is held back"));
  }

  private static Line size() {
    return line(
        8,
        busiest(
            "Which topics are the largest? (bytes on disk, all replicas)",
            "Level, once retention deletes as much as is written.",
            Unit.BYTES,
            maxBy("topic", "kafka_topic_size_bytes{:topic}"),
            Link.to(BoardId.BROKER)),
        busiest(
            "Which topics grow? (bytes per second, over an hour)",
            "Around 0. What stays above fills the disks; shorten its retention.",
            Unit.BYTES_PER_SECOND,
            maxBy("topic", "deriv(kafka_topic_size_bytes{:topic}[1h])"),
            Link.to(BoardId.BROKER)),
        busiest(
            "How many messages does a topic keep?",
            "From the oldest offset to the newest. In compacted topics fewer are left.",
            Unit.COUNT,
            sumBy(
                "topic",
                maxBy("topic, partition", "kafka_topic_partition_current_offset{:topic}")
                    + " - "
                    + maxBy("topic, partition", "kafka_topic_partition_oldest_offset{:topic}")),
            LAG));
  }

  private static Line spread() {
    return line(
        8,
        busiest(
                "How uneven are partitions? (the busiest by the mean)",
                "1 is even. A hot partition cannot be shared: its keys are too few, or one is too common.",
                Unit.COUNT,
                """
                max by (topic) (deriv(kafka_topic_partition_current_offset{:topic}[10m]))
                / (avg by (topic) (deriv(kafka_topic_partition_current_offset{:topic}[10m])) > 0)
                """,
                Link.to(BoardId.PRODUCER))
            .emptyMeans("Nothing is written"),
        busiest(
            "Partitions not led by the first replica",
            "0 is normal, more after a restart. Kafka puts it right every 5 minutes, or kafka-leader-election.sh does.",
            Unit.COUNT,
            sumBy(
                "topic",
                "1 - "
                    + maxBy(
                        "topic, partition", "kafka_topic_partition_leader_is_preferred{:topic}")),
            CLUSTER),
        lines(
                "Which groups read it, and how far behind? (messages)",
                "Level or falling. A line that climbs is a group that does not keep up.",
                Unit.COUNT,
                Calc.LAST,
                Link.to(BoardId.LAG).taking("consumergroup", "topic"))
            .query(
                "{{consumergroup}} {{topic}}",
                "topk(20, %s)"
                    .formatted(
                        maxBy("consumergroup, topic", "kafka_consumergroup_lag_sum{:topic}")))
            .manyLines()
            .emptyMeans("No group reads it"));
  }

  /** The twenty largest; more cannot be told apart. */
  private static Chart busiest(
      String title, String description, Unit unit, String byTopic, Link next) {
    return lines(title, description, unit, Calc.MAX, next, THIS)
        .query("{{topic}}", "topk(20, %s)".formatted(byTopic))
        .manyLines();
  }
}
