package io.brokerscope.dashboards;

import java.util.List;
import java.util.Optional;

/**
 * How figures become text and colour.
 *
 * @param names what single values mean
 * @param max the largest value there can be, if there is one
 */
public record Scale(Unit unit, Thresholds thresholds, List<ValueName> names, Optional<Double> max) {

  /** A value that stands for something, and its colour. */
  public record ValueName(String value, String text, String color) {}

  public static Scale of(Unit unit) {
    return new Scale(unit, Thresholds.NONE, List.of(), Optional.empty());
  }

  public static Scale of(Unit unit, Thresholds thresholds) {
    return of(unit).with(thresholds);
  }

  /** Values that stand for something. */
  public static Scale of(ValueName... names) {
    return new Scale(Unit.EXACT, Thresholds.NONE, List.of(names), Optional.empty());
  }

  public static ValueName value(int value, String text, String color) {
    return new ValueName(Integer.toString(value), text, color);
  }

  Scale with(Thresholds other) {
    return new Scale(unit, other, names, max);
  }

  /** With names for some of the values. */
  public Scale with(ValueName... others) {
    return new Scale(unit, thresholds, List.of(others), max);
  }

  Scale upTo(double most) {
    return new Scale(unit, thresholds, names, Optional.of(most));
  }

  /** Grafana's value mappings. */
  List<Object> mappings() {
    if (names.isEmpty()) {
      return List.of();
    }
    var options = Json.object();
    for (int i = 0; i < names.size(); i++) {
      ValueName name = names.get(i);
      options.with(
          name.value(),
          Json.object().with("color", name.color()).with("index", i).with("text", name.text()));
    }
    return List.of(Json.object().with("options", options).with("type", "value"));
  }
}
