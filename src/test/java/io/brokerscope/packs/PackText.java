package io.brokerscope.packs;

import static io.brokerscope.packs.Markdown.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the metrics of a pack. */
record PackText(Markdown text) {

  void add(PackCatalogue pack, List<PackCatalogue> all) {
    text.heading(pack.pack().name());
    Set<String> shipped = metrics(pack, Pack.Form.DEFAULT);
    Set<String> added = metrics(pack, Pack.Form.DEBUG);
    added.removeAll(shipped);
    text.paragraph(
        "%d metrics by default, %d more with debug.".formatted(shipped.size(), added.size()));
    List<MetricRow> rows = withoutThoseOfSmallerPacks(pack, all);
    text.table("metric", "type", "labels", "rules", "series", "MBeans", "meaning");
    rows.forEach(this::add);
  }

  /** What a pack has in common with others, as a client's with a producer's, is listed once. */
  private List<MetricRow> withoutThoseOfSmallerPacks(PackCatalogue pack, List<PackCatalogue> all) {
    List<MetricRow> rows = new ArrayList<>(pack.rows());
    for (PackCatalogue other : all) {
      int before = rows.size();
      rows.removeIf(row -> other.rows().size() < pack.rows().size() && other.has(row));
      if (rows.size() < before) {
        text.paragraph(
            "%d rows are those of %s.".formatted(before - rows.size(), other.pack().name()));
      }
    }
    return rows;
  }

  private void add(MetricRow metric) {
    text.row(
        code(metric.metric()),
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
}
