package io.brokerscope.alerts.drills;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.alerts.ShippedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeScaleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for: 5m                                     | for: 10000ms
          keep_firing_for: 1h                         | keep_firing_for: 120000ms
          for: 0m                                     | for: 0ms
          interval: 30s                               | interval: 1000ms
          rate(x[5m])                                 | rate(x[10000ms])
          rate(x[1h] offset 1d)                       | rate(x[120000ms] offset 2880000ms)
          predict_linear(x[6h], 24 * 3600)            | predict_linear(x[720000ms], 2880)
          slo:sli_error:ratio_rate1h{sloth_window=1h} | slo:sli_error:ratio_rate1h{sloth_window=1h}
          expiry - time() < 14 * 86400                | expiry - time() < 14 * 86400
          """)
  void durations_are_shorter_and_nothing_else_is_changed(String shipped, String scaled) {
    assertEquals(scaled, TimeScale.rules(shipped));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka-slo.rules.yml",
        "kafka-causes.rules.yml",
        "kafka-clients.rules.yml",
        "kafka-monitoring.rules.yml"
      })
  void no_duration_of_the_shipped_rules_is_left(String file) throws Exception {
    String scaled = TimeScale.rules(Files.readString(Path.of("alerts", file)));

    assertFalse(
        Pattern.compile("(\\[|offset |(for|interval): )\\d+[smhd](?!s)").matcher(scaled).find());
    assertTrue(Pattern.compile("for: \\d+ms").matcher(scaled).find());
  }

  @Test
  void routes_wait_less_and_tickets_are_told_at_all_hours() throws Exception {
    String scaled = TimeScale.routes(Files.readString(ShippedFiles.ALERTMANAGER));

    assertTrue(scaled.contains("group_interval: 10000ms"), scaled);
    assertFalse(scaled.contains("monday"), scaled);
  }
}
