package io.brokerscope.alerts.drills;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The shipped rules and routes with all durations divided by {@link #FACTOR}, so that an hour's
 * window is over in two minutes. What is not a duration stays: names and labels (a series that is
 * called {@code ratio_rate1h} looks back two minutes here) and limits in seconds, such as the 300
 * of KafkaMonitorBlind.
 */
final class TimeScale {
  static final int FACTOR = 30;

  private static final String DURATION = "(\\d+)(s|m|h|d)";

  /** {@code [5m]}, {@code offset 15m}, {@code for: 2m}, {@code group_wait: 30s} and the like. */
  private static final Pattern DURATIONS =
      Pattern.compile(
          "(\\[|\\boffset |\\b(?:for|keep_firing_for|interval|group_wait|group_interval|repeat_interval): )"
              + DURATION);

  /** How far {@code predict_linear} looks ahead. */
  private static final Pattern HOURS_AHEAD = Pattern.compile("\\], (\\d+) \\* 3600\\)");

  private static final String WORKING_HOURS =
      """
            - weekdays: ["monday:friday"]
              times:
                - start_time: "07:00"
                  end_time: "17:00"
      """;

  private static final String ALL_HOURS =
      """
            - times:
                - start_time: "00:00"
                  end_time: "24:00"
      """;

  private TimeScale() {}

  static String rules(String yaml) {
    String scaled = DURATIONS.matcher(yaml).replaceAll(TimeScale::scaled);
    return HOURS_AHEAD
        .matcher(scaled)
        .replaceAll(hours -> "], %d)".formatted(Long.parseLong(hours.group(1)) * 3600 / FACTOR));
  }

  /** Working hours, which would not come round, are made of all hours. */
  static String routes(String yaml) {
    if (!yaml.contains(WORKING_HOURS)) {
      throw new IllegalStateException(
          "expected these working hours in the configuration of Alertmanager:\n" + WORKING_HOURS);
    }
    String scaled = DURATIONS.matcher(yaml).replaceAll(TimeScale::scaled);
    return scaled.replace(WORKING_HOURS, ALL_HOURS);
  }

  private static String scaled(MatchResult duration) {
    long unitMillis =
        switch (duration.group(3)) {
          case "s" -> 1_000;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 86_400_000;
        };
    return duration.group(1) + Long.parseLong(duration.group(2)) * unitMillis / FACTOR + "ms";
  }
}
