package io.brokerscope.exposition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Gauges of many things of one kind: a row a thing, whose labels all families share, and a column a
 * family. Written column by column, as the formats want a family's samples together.
 *
 * @param <R> a row
 */
public final class GaugeTable<R> {
  private final Function<R, LabelText> labels;
  private final List<Column<R>> columns;

  private record Column<R>(FamilyHeader header, ToDoubleFunction<R> value) {}

  private GaugeTable(Function<R, LabelText> labels, List<Column<R>> columns) {
    this.labels = labels;
    this.columns = List.copyOf(columns);
  }

  /**
   * Begins a table.
   *
   * @param labels of a row, made beforehand
   */
  public static <R> Builder<R> of(Function<R, LabelText> labels) {
    return new Builder<>(labels);
  }

  /** Appends the chosen families. */
  public void write(List<R> rows, FamilyChoice choice, Encoder encoder) {
    for (Column<R> column : columns) {
      if (choice.includes(column.header().name(), MetricType.GAUGE)) {
        encoder.family(column.header());
        for (R row : rows) {
          double value = column.value().applyAsDouble(row);
          if (!Double.isNaN(value)) {
            encoder.sample(labels.apply(row), value);
          }
        }
      }
    }
  }

  /** Collects the columns, in the order they are written. */
  public static final class Builder<R> {
    private final Function<R, LabelText> labels;
    private final List<Column<R>> columns = new ArrayList<>();

    private Builder(Function<R, LabelText> labels) {
      this.labels = labels;
    }

    /**
     * Adds a family.
     *
     * @param name legal in both formats
     * @param value of a row; NaN for none, which writes no line
     */
    public Builder<R> gauge(String name, String help, ToDoubleFunction<R> value) {
      columns.add(new Column<>(new FamilyHeader(name, MetricType.GAUGE, help), value));
      return this;
    }

    public GaugeTable<R> build() {
      return new GaugeTable<>(labels, columns);
    }
  }
}
