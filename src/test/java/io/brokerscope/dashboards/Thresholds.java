package io.brokerscope.dashboards;

import java.util.ArrayList;
import java.util.List;

/**
 * From which value on a figure has which colour.
 *
 * @param base below the first step
 */
public record Thresholds(String base, List<Step> steps) {
  static final Thresholds NONE = new Thresholds("text", List.of());

  record Step(double from, String color) {}

  /** The more the worse. */
  public static Thresholds badFrom(double warning, double critical) {
    return new Thresholds("green", List.of(new Step(warning, "orange"), new Step(critical, "red")));
  }

  /** One is already a reason to look. */
  public static Thresholds warnFrom(double warning) {
    return new Thresholds("green", List.of(new Step(warning, "orange")));
  }

  /** One is already an outage. */
  public static Thresholds badFrom(double critical) {
    return new Thresholds("green", List.of(new Step(critical, "red")));
  }

  /** The less the worse. */
  public static Thresholds badBelow(double warning, double critical) {
    return new Thresholds("red", List.of(new Step(critical, "orange"), new Step(warning, "green")));
  }

  public static Thresholds badBelow(double critical) {
    return new Thresholds("red", List.of(new Step(critical, "green")));
  }

  public static Thresholds warnBelow(double warning) {
    return new Thresholds("orange", List.of(new Step(warning, "green")));
  }

  /** Only one value is right. */
  public static Thresholds badUnless(double only) {
    return new Thresholds("red", List.of(new Step(only, "green"), new Step(only + 1, "red")));
  }

  boolean none() {
    return steps.isEmpty();
  }

  List<Object> json() {
    List<Object> json = new ArrayList<>();
    json.add(Json.object().with("color", base).with("value", null));
    steps.forEach(
        step ->
            json.add(
                Json.object().with("color", step.color()).with("value", Json.number(step.from()))));
    return json;
  }
}
