package io.brokerscope.bench;

import java.util.List;
import java.util.Locale;

/**
 * How many requests exporters need for a scrape of the same cluster, counted in their sources:
 * kminion 4f3867a, Burrow ced55ba, kafka_exporter 1.9.0, kafka-lag-exporter 3fcb3c7. None of them
 * was run.
 */
record ScrapeRequests(int brokers, MonitorScale scale) {

  private record Row(String exporter, String requests, String formula) {}

  /**
   * A row an exporter.
   *
   * @param measured requests of our cycles
   */
  String table(Spread measured) {
    StringBuilder table =
        new StringBuilder(
            """
            | exporter | requests | how they were counted, with B brokers, P partitions, G groups, GP group-partitions |
            |---|--:|---|
            """);
    table.append(
        "| Brokerscope's monitor | %s (%s) | measured, a cycle; at most 6 + 8B + ⌈P / 2000⌉ |%n"
            .formatted(count(measured.median()), count(measured.p90())));
    for (Row row : rows()) {
      table.append("| %s | %s | %s |%n".formatted(row.exporter(), row.requests(), row.formula()));
    }
    return table.toString();
  }

  private List<Row> rows() {
    int groups = scale.groups();
    return List.of(
        new Row(
            "kafka_exporter",
            count(2.0 * scale.partitions() + groups + scale.groupPartitions()),
            "calculated, a scrape: 2P ListOffsets of one partition, G OffsetFetch, GP ListOffsets"
                + " of one partition"),
        new Row(
            "kafka-lag-exporter",
            "%s to %s".formatted(count(groups + 2 * brokers), count(2 * groups + 2 * brokers)),
            "calculated, a poll: G to 2G OffsetFetch, 2B ListOffsets; descriptions of groups come"
                + " on top"),
        new Row(
            "kminion",
            count(groups + 5 * brokers + 1),
            "calculated, a scrape: G OffsetFetch, about 2B ListOffsets, 3B others, 1"
                + " DescribeConfigs"),
        new Row(
            "Burrow",
            count(brokers),
            "calculated, each 10 s: B ListOffsets; it reads the whole of `__consumer_offsets`"
                + " besides"));
  }

  private static String count(double requests) {
    return String.format(Locale.ROOT, "%,.0f", requests);
  }
}
