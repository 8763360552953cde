package io.brokerscope.dashboards;

import java.util.List;
import java.util.stream.Stream;

/** A panel that draws the series of its queries. */
public record Chart(Subject subject, Drawing drawing, Scale scale, List<Query> queries, Look look)
    implements Panel {

  /**
   * How it draws them.
   *
   * @param calc the figure of each series that the legend shows
   */
  record Drawing(Kind kind, Calc calc) {}

  /** What it draws. */
  enum Kind {
    LINES("timeseries"),
    /** Lines on top of each other, for parts of a whole. */
    STACK("timeseries"),
    /** Lines of which there are many, with the worst on top of a legend beside them. */
    MANY_LINES("timeseries"),
    /** The same for narrow panels and long names, with the legend below. */
    RANKED_LINES("timeseries"),
    STAT("stat"),
    BARS("bargauge"),
    STATES("state-timeline");

    private final String grafanaType;

    Kind(String grafanaType) {
      this.grafanaType = grafanaType;
    }

    String grafanaType() {
      return grafanaType;
    }

    boolean drawsLines() {
      return grafanaType.equals("timeseries");
    }

    /** Shows how things are at the end of the time range, not how they became so. */
    boolean instant() {
      return this == STAT || this == BARS;
    }
  }

  /** Lines over time. */
  public static Chart lines(String title, String description, Unit unit, Calc calc, Link... links) {
    return new Chart(
        new Subject(title, description, unit, List.of(links)),
        new Drawing(Kind.LINES, calc),
        Scale.of(unit),
        List.of(),
        Look.PLAIN);
  }

  /** One figure as of now, or one for each series. */
  public static Chart stat(String title, String description, Unit unit, Link... links) {
    return lines(title, description, unit, Calc.LAST, links).as(Kind.STAT);
  }

  /** A bar for each series as of now. */
  public static Chart bars(String title, String description, Unit unit, Link... links) {
    return lines(title, description, unit, Calc.LAST, links).as(Kind.BARS);
  }

  /** Which state each series was in, over time. */
  public static Chart states(String title, String description, Link... links) {
    return lines(title, description, Unit.EXACT, Calc.LAST, links).as(Kind.STATES);
  }

  public Chart stacked() {
    return as(Kind.STACK);
  }

  public Chart manyLines() {
    return as(Kind.MANY_LINES);
  }

  public Chart ranked() {
    return as(Kind.RANKED_LINES);
  }

  /**
   * One more query.
   *
   * @param legend a series' name, with labels as {@code {{label}}}
   * @param shorthand see {@link PromQl}
   */
  public Chart query(String legend, String shorthand) {
    List<Query> more =
        Stream.concat(queries.stream(), Stream.of(Query.of(legend, shorthand))).toList();
    return new Chart(subject, drawing, scale, more, look);
  }

  public Chart thresholds(Thresholds thresholds) {
    return on(scale.with(thresholds));
  }

  public Chart named(Scale.ValueName... names) {
    return on(scale.with(names));
  }

  /** The axis ends here, because figures do. */
  public Chart upTo(double most) {
    return on(scale.upTo(most));
  }

  public Chart wide(int columns) {
    return new Chart(subject, drawing, scale, queries, look.wide(columns));
  }

  /** No series is normal, and means this. */
  public Chart emptyMeans(String meaning) {
    return new Chart(subject, drawing, scale, queries, look.emptyMeaning(meaning));
  }

  private Chart as(Kind other) {
    return new Chart(subject, new Drawing(other, drawing.calc()), scale, queries, look);
  }

  private Chart on(Scale other) {
    return new Chart(subject, drawing, other, queries, look);
  }
}
