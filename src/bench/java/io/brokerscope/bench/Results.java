package io.brokerscope.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** All samples, by contender and form, in the order they came up. */
final class Results {
  private final Map<Row, List<Sample>> samples = new LinkedHashMap<>();

  /** A row of the table. */
  record Row(String contender, Form form) {}

  void add(Contender contender, Form form, Sample sample) {
    samples.computeIfAbsent(new Row(contender.name(), form), row -> new ArrayList<>()).add(sample);
  }

  Set<Row> rows() {
    return samples.keySet();
  }

  /** How one figure of the samples is spread. */
  Spread spread(Row row, ToDoubleFunction<Sample> figure) {
    return Spread.of(samples.get(row).stream().mapToDouble(figure).toArray());
  }
}
