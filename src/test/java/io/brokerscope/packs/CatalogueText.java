package io.brokerscope.packs;

import io.brokerscope.packs.CommunityNames.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the catalogue: figures first, then a table for each pack. */
final class CatalogueText {
  private static final String HEAD =
      """
      # Metrics

      What each file of rules exposes. Generated from live processes; CONTRIBUTING.md says how. A metric marked *debug*
      is there only with the lines that begin with `#debug# ` switched on (`sed 's/^#debug# //'`). *Series* is how many
      one process of the test cluster has, the one that has the most; yours will have more. A summary's series are its
      quantiles, `_sum` and `_count`. In MBeans `*` stands for what becomes a label. The JVM's and the agent's own
      metrics (`jvm_*`, `process_*`, `jmx_*`, `brokerscope_*`) need no rules and are not listed.
      """;

  /** How many kinds stand as examples for a reason to leave them out. */
  private static final int EXAMPLES = 4;

  private final StringBuilder text = new StringBuilder(HEAD);

  private CatalogueText() {}

  static String of(
      List<PackCatalogue> packs, String version, BrokerCoverage coverage, CommunityNames names) {
    CatalogueText catalogue = new CatalogueText();
    catalogue.coverage(version, coverage);
    catalogue.community(names);
    packs.forEach(pack -> catalogue.pack(pack, packs));
    return catalogue.text.toString();
  }

  /** One line, also for the log of a build. */
  static String summary(String version, BrokerCoverage coverage) {
    return String.format(
        Locale.ROOT,
        "Of %,d kinds of attributes of Kafka's MBeans on brokers and controllers %s, %d are exposed"
            + " by default, %d more with debug, and %d are left out for a reason.",
        coverage.total(),
        version,
        coverage.byDefault().size(),
        coverage.inDebug().size(),
        coverage.leftOut().size());
  }

  /** One line, also for the log of a build. */
  static String summary(CommunityNames names) {
    return String.format(
        Locale.ROOT,
        "Of %d metric names that community boards and alerts use and Kafka 4 still has figures for,"
            + " %d are here (%.1f %%), %d of them with debug only.",
        names.possible(),
        names.found(),
        100 * names.share(),
        names.in(Place.DEBUG_ONLY).size());
  }

  private void coverage(String version, BrokerCoverage coverage) {
    heading("How much of a broker is exposed");
    text.append(summary(version, coverage)).append("\n\n");
    text.append("| left out because | kinds | such as |\n|---|---|---|\n");
    coverage
        .byReason()
        .forEach(
            (reason, kinds) ->
                cells(reason, Integer.toString(kinds.size()), code(examples(kinds))));
  }

  private static List<String> examples(List<String> kinds) {
    return kinds.subList(0, Math.min(EXAMPLES, kinds.size()));
  }

  private void community(CommunityNames names) {
    heading("Names on community boards");
    text.append(summary(names))
        .append(
            " The list is in `src/test/resources/io/brokerscope/packs/community-metrics.txt`.\n\n");
    text.append("| not here | asked for by | why |\n|---|---|---|\n");
    for (List<CommunityNames.Name> absent :
        List.of(names.in(Place.MISSING), names.in(Place.GONE))) {
      for (CommunityNames.Name name : absent) {
        cells(code(List.of(name.metric())), name.boards(), name.note());
      }
    }
  }

  private void pack(PackCatalogue pack, List<PackCatalogue> all) {
    heading(pack.pack().name());
    Set<String> shipped = metrics(pack, Pack.Form.DEFAULT);
    Set<String> added = metrics(pack, Pack.Form.DEBUG);
    added.removeAll(shipped);
    text.append(
        "%d metrics by default, %d more with debug.\n\n".formatted(shipped.size(), added.size()));
    List<MetricRow> rows = withoutThoseOfSmallerPacks(pack, all);
    text.append("| metric | type | labels | rules | series | MBeans | meaning |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    rows.forEach(this::row);
  }

  /** What a pack has in common with others, as a client's with a producer's, is listed once. */
  private List<MetricRow> withoutThoseOfSmallerPacks(PackCatalogue pack, List<PackCatalogue> all) {
    List<MetricRow> rows = new ArrayList<>(pack.rows());
    for (PackCatalogue other : all) {
      int before = rows.size();
      rows.removeIf(row -> other.rows().size() < pack.rows().size() && other.has(row));
      if (rows.size() < before) {
        text.append(
            "%d rows are those of %s.\n\n".formatted(before - rows.size(), other.pack().name()));
      }
    }
    return rows;
  }

  private void row(MetricRow metric) {
    cells(
        code(List.of(metric.metric())),
        metric.type(),
        String.join(", ", metric.labels()),
        metric.form().name().toLowerCase(Locale.ROOT),
        Integer.toString(metric.mostSeries()),
        code(metric.sources()),
        metric.help());
  }

  private static Set<String> metrics(PackCatalogue pack, Pack.Form form) {
    return pack.rows().stream()
        .filter(metric -> metric.form() == form)
        .map(MetricRow::metric)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void heading(String title) {
    text.append("\n## ").append(title).append("\n\n");
  }

  private void cells(String... cells) {
    for (String cell : cells) {
      text.append("| ").append(cell.replace("|", "\\|")).append(' ');
    }
    text.append("|\n");
  }

  private static String code(Iterable<String> texts) {
    StringBuilder cell = new StringBuilder();
    for (String part : texts) {
      cell.append(cell.isEmpty() ? "" : "<br>").append('`').append(part).append('`');
    }
    return cell.toString();
  }
}
