package io.brokerscope.scrape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** Calls the count and the rates of a Yammer meter or timer. */
final class MeterAccess {
  /** Attribute names as Yammer's {@code JmxReporter} has them. */
  static final List<String> ATTRIBUTES =
      List.of("Count", "MeanRate", "OneMinuteRate", "FiveMinuteRate", "FifteenMinuteRate");

  static final int COUNT = 0;

  private final MethodHandle count;

  /** By index into {@link #ATTRIBUTES}; null for the count. */
  private final MethodHandle[] rates = new MethodHandle[ATTRIBUTES.size()];

  MeterAccess(Class<?> metered) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    count =
        lookup
            .findVirtual(metered, "count", MethodType.methodType(long.class))
            .asType(MethodType.methodType(long.class, Object.class));
    for (int i = COUNT + 1; i < rates.length; i++) {
      String attribute = ATTRIBUTES.get(i);
      String method = Character.toLowerCase(attribute.charAt(0)) + attribute.substring(1);
      rates[i] =
          lookup
              .findVirtual(metered, method, MethodType.methodType(double.class))
              .asType(MethodType.methodType(double.class, Object.class));
    }
  }

  long count(Object metric) {
    try {
      return (long) count.invokeExact(metric);
    } catch (Throwable failure) {
      throw YammerAccess.rethrow(failure);
    }
  }

  /**
   * @param attribute index into {@link #ATTRIBUTES}
   */
  double rate(Object metric, int attribute) {
    try {
      return (double) rates[attribute].invokeExact(metric);
    } catch (Throwable failure) {
      throw YammerAccess.rethrow(failure);
    }
  }
}
