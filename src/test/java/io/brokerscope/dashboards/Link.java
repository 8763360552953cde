package io.brokerscope.dashboards;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way to another board, which takes cluster and time along.
 *
 * @param taken what was clicked on
 * @param kept variables that both boards have
 */
public record Link(BoardId board, List<Taken> taken, List<String> kept) {

  /** A label of the series that was clicked on, and the other board's variable that it chooses. */
  record Taken(String variable, String label) {}

  public Link {
    Set<String> set = new HashSet<>(kept);
    taken.forEach(
        each -> {
          if (!set.add(each.variable())) {
            throw new IllegalArgumentException(
                "a link to %s sets %s twice".formatted(board, each.variable()));
          }
        });
  }

  public static Link to(BoardId board) {
    return new Link(board, List.of(), List.of());
  }

  /** Chooses on the other board what was clicked on here; its variables have the labels' names. */
  public Link taking(String... labels) {
    return new Link(board, Stream.of(labels).map(label -> new Taken(label, label)).toList(), kept);
  }

  /** The same, where the other board has another name for it. */
  public Link takingAs(String variable, String label) {
    return new Link(board, List.of(new Taken(variable, label)), kept);
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
                taken.stream()
                    .map(each -> "var-" + each.variable() + "=" + valueOf.apply(each.label()))));
    return "/d/"
        + board.uid()
        + "?"
        + carried.collect(Collectors.joining("&"))
        + "&${__url_time_range}";
  }
}
