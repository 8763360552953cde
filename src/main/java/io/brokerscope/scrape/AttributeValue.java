package io.brokerscope.scrape;

import java.util.Date;
import java.util.Optional;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** What an attribute may hold, by what can be made of it. */
sealed interface AttributeValue {

  /**
   * A Number, Boolean or Date.
   *
   * @param number a Boolean is 1 or 0, a Date seconds since 1970
   * @param scales whether a rule's factor applies
   * @param shown what a rule sees
   */
  record Numeric(double number, boolean scales, Object shown) implements AttributeValue {}

  /** A String or an enum constant. */
  record Text(String text) implements AttributeValue {}

  record Composite(CompositeData data) implements AttributeValue {}

  record Tabular(TabularData data) implements AttributeValue {}

  /** Null, an empty Optional, or an array: no number now, maybe one next time. */
  record Nothing() implements AttributeValue {}

  /** A type that never becomes a number. */
  record Unsupported() implements AttributeValue {}

  @SuppressWarnings("JavaUtilDate") // It is what MBeans return.
  static AttributeValue of(Object value) {
    if (value instanceof Optional<?> optional) {
      return of(optional.orElse(null));
    }
    if (value instanceof Number number) {
      return new Numeric(number.doubleValue(), true, number);
    }
    if (value instanceof Boolean bool) {
      return new Numeric(bool ? 1 : 0, false, bool);
    }
    if (value instanceof Date date) {
      double seconds = date.getTime() / 1000.0;
      return new Numeric(seconds, true, seconds);
    }
    if (value instanceof String || value instanceof Enum<?>) {
      return new Text(value.toString());
    }
    if (value instanceof CompositeData data) {
      return new Composite(data);
    }
    if (value instanceof TabularData data) {
      return new Tabular(data);
    }
    boolean mayChange = value == null || value.getClass().isArray();
    return mayChange ? new Nothing() : new Unsupported();
  }
}
