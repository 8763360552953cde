package io.brokerscope.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One entry of {@code rules}.
 *
 * @param location of the rule's first key
 * @param match which attributes the rule takes
 * @param naming name, labels and help of the series it gives; empty parts take the default
 * @param value the number the series carries
 * @param type the family's type
 */
public record RuleConfig(
    Location location, Match match, Naming naming, ValueConfig value, RuleType type) {

  /**
   * Which attributes a rule takes.
   *
   * @param pattern as the user wrote it, already known to compile; absent matches everything
   * @param attributeSnakeCase the key attrNameSnakeCase: attribute names are converted before
   *     matching
   * @param minIntervalSeconds 0 reads at every scrape; otherwise the last value stands for so long
   */
  public record Match(
      Optional<Pattern> pattern, boolean attributeSnakeCase, int minIntervalSeconds) {}

  /**
   * Texts in which {@code $1}, {@code ${group}} and {@code $0} stand for what the pattern captured.
   *
   * @param labels name to value, in file order; absent key: empty
   */
  public record Naming(Optional<String> name, Map<String, String> labels, Optional<String> help) {

    public Naming {
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
  }

  /**
   * The number a series carries.
   *
   * @param text replaces the attribute's value, after substitution; absent takes the attribute's
   *     value
   * @param factor multiplies the number (Booleans excepted)
   */
  public record ValueConfig(Optional<String> text, double factor) {}

  /** What the user may write for {@code type}; {@code UNTYPED} reads as {@link #UNKNOWN}. */
  public enum RuleType {
    UNKNOWN,
    GAUGE,
    COUNTER,
    SUMMARY
  }
}
