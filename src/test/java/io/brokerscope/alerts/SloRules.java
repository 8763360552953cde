package io.brokerscope.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of {@code alerts/kafka-slo.rules.yml}. Recorded names and labels are those of Sloth, so
 * that its boards work; windows and burn rates are those of Google's SRE workbook, chapter 5,
 * "Multiwindow, Multi-Burn-Rate Alerts".
 */
final class SloRules {
  private static final String PERIOD_DAYS = "30";
  private static final List<String> FAST_WINDOWS = List.of("5m", "30m", "1h");
  private static final List<String> SLOW_WINDOWS = List.of("2h", "6h", "1d", "3d");
  private static final String ON_SLO = "on (sloth_id, sloth_service, sloth_slo) group_left ()";

  /** Too much of the budget goes, both lately and for long enough to matter. */
  private record Burn(String rate, String longWindow, String shortWindow) {}

  /**
   * When somebody is told, and how.
   *
   * @param holdFor Prometheus' {@code for}
   * @param reason for that time
   */
  private record Urgency(String severity, String holdFor, String reason, List<Burn> burns) {}

  private static final List<Urgency> URGENCIES =
      List.of(
          new Urgency(
              "page",
              "2m",
              "the windows filter already; two minutes more spare a page for one bad scrape",
              List.of(new Burn("14.4", "1h", "5m"), new Burn("6", "6h", "30m"))),
          new Urgency(
              "ticket",
              "15m",
              "it has days' time; what pages first has become a page by then",
              List.of(new Burn("3", "1d", "2h"), new Burn("1", "3d", "6h"))));

  private static final String HEAD =
      """
      # Generated from alerts/slo.yml, which says how; do not edit, but for the objectives (vector(...)) if you must.
      #
      # Each SLO is burnt by errors; a burn rate of 1 uses up the budget of %s days in just that time. A page is 14.4 times
      # that over an hour and still over 5 minutes, or 6 times over 6 hours and 30 minutes; a ticket is 3 times over a day
      # and 2 hours, or 1 over 3 days and 6 hours. The short window ends the alert soon after the trouble ends, so there
      # is no keep_firing_for.
      groups:
      """
          .formatted(PERIOD_DAYS);

  private SloRules() {}

  static String of(List<Slo> slos) {
    return HEAD + slos.stream().map(SloRules::groups).collect(Collectors.joining("\n"));
  }

  private static String groups(Slo slo) {
    return group(slo, "objective", "30s", objective(slo))
        + group(slo, "sli", "30s", fastRatios(slo))
        // Three days of counters are much to read; every two minutes is often enough for two hours.
        + group(slo, "sli-slow", "2m", slowRatios(slo))
        + group(slo, "alerts", "30s", alerts(slo));
  }

  private static String group(Slo slo, String part, String interval, List<String> rules) {
    return "- name: kafka-slo-%s-%s\n  interval: %s\n  rules:\n%s"
        .formatted(slo.name(), part, interval, String.join("", rules));
  }

  private static List<String> objective(Slo slo) {
    String of = slo.selector();
    return List.of(
        record("slo:objective:ratio", "vector(%s)".formatted(slo.objective()), slo, ""),
        record("slo:error_budget:ratio", "1 - slo:objective:ratio" + of, slo, ""),
        record("slo:time_period:days", "vector(%s)".formatted(PERIOD_DAYS), slo, ""));
  }

  private static List<String> fastRatios(Slo slo) {
    List<String> rules = new ArrayList<>();
    if (slo.indicator() instanceof Slo.Samples samples) {
      rules.add(record("slo:sli_bad_sample:ratio", samples.bad(), slo, ""));
    }
    FAST_WINDOWS.forEach(window -> rules.add(ratio(slo, window)));
    rules.add(
        record(
            "slo:current_burn_rate:ratio", burnRate("slo:sli_error:ratio_rate5m", slo), slo, ""));
    return rules;
  }

  private static List<String> slowRatios(Slo slo) {
    String period = PERIOD_DAYS + "d";
    String of = slo.selector();
    List<String> rules = new ArrayList<>();
    SLOW_WINDOWS.forEach(window -> rules.add(ratio(slo, window)));
    // The mean of the 5m ratios, as Sloth does: cheap, and every 5 minutes weigh the same.
    rules.add(
        record(
            "slo:sli_error:ratio_rate" + period,
            "avg_over_time(slo:sli_error:ratio_rate5m%s[%s])".formatted(of, period),
            slo,
            period));
    rules.add(
        record(
            "slo:period_burn_rate:ratio",
            burnRate("slo:sli_error:ratio_rate" + period, slo),
            slo,
            ""));
    rules.add(
        record(
            "slo:period_error_budget_remaining:ratio",
            "1 - slo:period_burn_rate:ratio" + of,
            slo,
            ""));
    return rules;
  }

  private static String ratio(Slo slo, String window) {
    String ratio =
        slo.indicator() instanceof Slo.Events events
            ? ratio(events, window)
            : "avg_over_time(slo:sli_bad_sample:ratio%s[%s])".formatted(slo.selector(), window);
    return record("slo:sli_error:ratio_rate" + window, ratio, slo, window);
  }

  /**
   * The series of an error begins with its first occurrence, so without {@code or 0 *} there would
   * be no ratio until then; without {@code > 0} no events would give NaN.
   */
  private static String ratio(Slo.Events events, String window) {
    String total = events.total(window);
    return "(\n  (%s)\n  or\n  0 * %s\n)\n/\n(%s > 0)"
        .formatted(events.errors(window), total, total);
  }

  private static String burnRate(String ratio, Slo slo) {
    return "%s\n/ %s\nslo:error_budget:ratio%s"
        .formatted(withoutWindow(ratio, slo), ON_SLO, slo.selector());
  }

  /** The label differs between the sides of {@code and}, which would never meet. */
  private static String withoutWindow(String ratio, Slo slo) {
    return "max without (sloth_window) (%s%s)".formatted(ratio, slo.selector());
  }

  private static List<String> alerts(Slo slo) {
    return URGENCIES.stream()
        .filter(urgency -> slo.severities().contains(urgency.severity()))
        .map(urgency -> alert(slo, urgency))
        .toList();
  }

  private static String alert(Slo slo, Urgency urgency) {
    String burns =
        urgency.burns().stream()
            .map(burn -> burning(slo, burn))
            .collect(Collectors.joining("\nor\n"));
    String condition =
        slo.indicator() instanceof Slo.Events events && events.minimumRate().isPresent()
            ? "(\n%s\n)\nand on (kafka_cluster)\n(%s > %s)"
                .formatted(indent(burns, 2), events.total("1h"), events.minimumRate().get())
            : burns;
    return """
          - alert: %s
            expr: |
        %s
            # %s
            for: %s
            labels: {severity: %s, service: kafka, slo: %s%s}
            annotations:
              summary: '%s burns its %s budget'
              description: '{{ $value | humanizePercentage }} %s in the last %s; the error budget goes %s times as fast as it may.'
              runbook_url: alerts/runbooks/%s.md
              dashboard_url: '/d/%s?var-kafka_cluster={{ $labels.kafka_cluster }}%s'
        """
        .formatted(
            slo.alert(),
            indent(condition, 6),
            urgency.reason(),
            urgency.holdFor(),
            urgency.severity(),
            slo.name(),
            slo.team().map(team -> ", team: " + team).orElse(""),
            subject(slo),
            slo.name(),
            slo.bad().replace("'", "''"),
            windows(urgency),
            rates(urgency),
            slo.alert(),
            slo.board(),
            slo.by().contains("consumergroup")
                ? "&var-consumergroup={{ $labels.consumergroup | urlquery }}"
                : "");
  }

  private static String burning(Slo slo, Burn burn) {
    return "(\n%s\n  and\n%s\n)"
        .formatted(
            indent(side(slo, burn.longWindow(), burn.rate()), 2),
            indent(side(slo, burn.shortWindow(), burn.rate()), 2));
  }

  private static String side(Slo slo, String window, String rate) {
    return "%s\n> %s\n%s * slo:error_budget:ratio%s"
        .formatted(
            withoutWindow("slo:sli_error:ratio_rate" + window, slo), ON_SLO, rate, slo.selector());
  }

  private static String subject(Slo slo) {
    return Stream.concat(
            slo.by().contains("consumergroup")
                ? Stream.of("Group {{ $labels.consumergroup }} of ")
                : Stream.of(""),
            Stream.of("{{ $labels.kafka_cluster }}"))
        .collect(Collectors.joining());
  }

  private static String windows(Urgency urgency) {
    return joined(urgency.burns().stream().map(Burn::longWindow));
  }

  private static String rates(Urgency urgency) {
    return joined(urgency.burns().stream().map(Burn::rate));
  }

  private static String joined(Stream<String> alternatives) {
    return alternatives.collect(Collectors.joining(" or "));
  }

  private static String record(String name, String expr, Slo slo, String window) {
    return """
          - record: %s
            expr: |
        %s
            labels: {sloth_id: kafka-%s, sloth_service: kafka, sloth_slo: %s%s}
        """
        .formatted(
            name,
            indent(expr, 6),
            slo.name(),
            slo.name(),
            window.isEmpty() ? "" : ", sloth_window: " + window);
  }

  private static String indent(String text, int spaces) {
    return text.lines().map(line -> " ".repeat(spaces) + line).collect(Collectors.joining("\n"));
  }
}
