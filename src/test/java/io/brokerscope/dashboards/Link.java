package io.brokerscope.dashboards;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way to another board, which takes cluster and time along.
 *
 * @param taken labels of the series that was clicked on; the other board's variables have the
 *     labels' names
 * @param kept variables that both boards have
 */
public record Link(BoardId board, List<String> taken, List<String> kept) {

  public static Link to(BoardId board) {
    return new Link(board, List.of(), List.of());
  }

  /** Chooses on the other board what was clicked on here. */
  public Link taking(String... labels) {
    return new Link(board, List.of(labels), kept);
  }

  /** Chooses on the other board what is chosen here. */
  public Link keeping(String... variables) {
    return new Link(board, taken, List.of(variables));
  }

  /**
   * @param valueOf {@code ${...}} for a label's value
   */
  String url(UnaryOperator<String> valueOf) {
    Stream<String> carried =
        Stream.concat(
            Stream.of("${datasource:queryparam}", "${kafka_cluster:queryparam}"),
            Stream.concat(
                kept.stream().map(name -> "${" + name + ":queryparam}"),
                taken.stream().map(label -> "var-" + label + "=" + valueOf.apply(label))));
    return "/d/"
        + board.uid()
        + "?"
        + carried.collect(Collectors.joining("&"))
        + "&${__url_time_range}";
  }
}
