package io.brokerscope.alerts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One row of {@code alerts/slo.yml}, which explains the fields.
 *
 * @param objectivePercent such as 99.9
 * @param by the labels of its ratio
 */
record Slo(
    String name,
    String alert,
    BigDecimal objectivePercent,
    String bad,
    String board,
    Indicator indicator,
    List<String> by,
    List<String> severities,
    Optional<String> team) {

  /** How the bad share comes about. */
  sealed interface Indicator {}

  /**
   * Bad events among all.
   *
   * @param errors PromQL with {@code {{.window}}} for the window
   * @param total the same
   * @param minimumRate events a second; nothing is alerted below it
   */
  record Events(String errors, String total, Optional<BigDecimal> minimumRate)
      implements Indicator {
    String errors(String window) {
      return errors.replace("{{.window}}", window);
    }

    String total(String window) {
      return total.replace("{{.window}}", window);
    }
  }

  /**
   * The bad share of samples.
   *
   * @param bad PromQL for the bad share now, 0 to 1
   */
  record Samples(String bad) implements Indicator {}

  /** As a share, 0 to 1, without binary rounding. */
  BigDecimal objective() {
    return objectivePercent.movePointLeft(2).stripTrailingZeros();
  }

  /** Selects the SLO's recorded series. */
  String selector() {
    return "{sloth_id=\"kafka-%1$s\",sloth_service=\"kafka\",sloth_slo=\"%1$s\"}".formatted(name);
  }
}
