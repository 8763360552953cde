package io.brokerscope.dashboards;

import java.util.ArrayList;
import java.util.List;

/**
 * A panel with a row for each combination of the labels that its queries have in common.
 *
 * @param sortedBy the title of a column; figures have the largest first, labels are in order
 */
public record Table(Subject subject, List<Column> columns, String sortedBy, Look look)
    implements Panel {

  /** What stands in a column. */
  sealed interface Column {}

  /** A label that queries keep; the first of a table carries the links. */
  record Label(String label, String title, int width) implements Column {}

  /** Which names of a label stand for what, in colour. */
  record State(String label, String title, List<Scale.ValueName> names) implements Column {}

  /** A query's figures. */
  record Figure(String title, Scale scale, String expr, Bars bars) implements Column {}

  /** Which figure the longest bar of a column stands for. */
  enum Bars {
    NONE,
    COLUMNS_LARGEST,
    /** Of a table whose figures are all alike, so that they can be compared across columns. */
    TABLES_LARGEST
  }

  /** A query that only brings labels; its figures are not shown. */
  record Fact(String expr) implements Column {}

  public static Table table(String title, String description, Link... links) {
    return new Table(
        new Subject(title, description, Unit.COUNT, List.of(links)), List.of(), "", Look.PLAIN);
  }

  public Table label(String label, String title) {
    return label(label, title, 0);
  }

  /** A label with long values, in a column of this many pixels. */
  public Table label(String label, String title, int width) {
    return with(new Label(label, title, width));
  }

  public Table state(String label, String title, Scale.ValueName... names) {
    return with(new State(label, title, List.of(names)));
  }

  public Table figure(String title, Scale scale, String shorthand) {
    return with(new Figure(title, scale, PromQl.expand(shorthand), Bars.NONE));
  }

  public Table figure(String title, Unit unit, String shorthand) {
    return figure(title, Scale.of(unit), shorthand);
  }

  /** A figure as a bar, the longest for the column's largest. */
  public Table bar(String title, Unit unit, String shorthand) {
    return bar(title, unit, shorthand, Bars.COLUMNS_LARGEST);
  }

  /** A figure as a bar, the longest for the table's largest; its other figures are such too. */
  public Table comparedBar(String title, Unit unit, String shorthand) {
    return bar(title, unit, shorthand, Bars.TABLES_LARGEST);
  }

  private Table bar(String title, Unit unit, String shorthand, Bars bars) {
    return with(new Figure(title, Scale.of(unit), PromQl.expand(shorthand), bars));
  }

  public Table fact(String shorthand) {
    return with(new Fact(PromQl.expand(shorthand)));
  }

  public Table sortedBy(String title) {
    return new Table(subject, columns, title, look);
  }

  public Table wide(int width) {
    return new Table(subject, columns, sortedBy, look.wide(width));
  }

  public Table emptyMeans(String meaning) {
    return new Table(subject, columns, sortedBy, look.emptyMeaning(meaning));
  }

  private Table with(Column column) {
    List<Column> more = new ArrayList<>(columns);
    more.add(column);
    return new Table(subject, List.copyOf(more), sortedBy, look);
  }
}
