package io.brokerscope.scrape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Calls a Yammer histogram, or the one inside a timer, and looks into its reservoir. */
/*
 * Yammer's getSnapshot() copies up to 1,028 boxed values out of a skip list and sorts them. We walk the same skip list
 * under the same lock, so we see what getSnapshot() would have seen, but unbox into one reused array and select the few
 * values that the quantiles need. The fields are private, hence the reflection; the class is frozen since 2013.
 */
final class HistogramAccess {
  private final Class<?> metricClass;
  private final MethodHandle count;
  private final MethodHandle mean;
  private final MethodHandle min;
  private final MethodHandle max;
  private final MethodHandle stdDev;

  /** From the metric to its sample. */
  private final MethodHandle sample;

  private final SampleFields sampleFields;

  /** From a timer to its unit; null for a histogram, whose values are in no unit. */
  private final MethodHandle durationUnit;

  /** The private fields of {@code ExponentiallyDecayingSample}. */
  private record SampleFields(Class<?> sampleClass, MethodHandle values, MethodHandle lock) {
    static SampleFields of(ClassLoader loader) throws ReflectiveOperationException {
      Class<?> sampleClass =
          Class.forName("com.yammer.metrics.stats.ExponentiallyDecayingSample", false, loader);
      return new SampleFields(
          sampleClass,
          getter(sampleClass, "values", ConcurrentSkipListMap.class),
          getter(sampleClass, "lock", ReentrantReadWriteLock.class));
    }
  }

  private HistogramAccess(
      Class<?> metricClass,
      MethodHandle sample,
      SampleFields sampleFields,
      MethodHandle durationUnit)
      throws ReflectiveOperationException {
    this.metricClass = metricClass;
    this.sample = sample;
    this.sampleFields = sampleFields;
    this.durationUnit = durationUnit;
    this.count = method(metricClass, "count", long.class);
    this.mean = method(metricClass, "mean", double.class);
    this.min = method(metricClass, "min", double.class);
    this.max = method(metricClass, "max", double.class);
    this.stdDev = method(metricClass, "stdDev", double.class);
  }

  static HistogramAccess ofHistogram(Class<?> histogram) throws ReflectiveOperationException {
    return new HistogramAccess(
        histogram,
        getter(histogram, "sample", Object.class),
        SampleFields.of(histogram.getClassLoader()),
        null);
  }

  static HistogramAccess ofTimer(Class<?> timer, HistogramAccess histogram)
      throws ReflectiveOperationException {
    MethodHandle inner = getter(timer, "histogram", Object.class);
    return new HistogramAccess(
        timer,
        MethodHandles.filterReturnValue(inner, histogram.sample),
        histogram.sampleFields,
        method(timer, "durationUnit", TimeUnit.class));
  }

  private static MethodHandle method(Class<?> type, String name, Class<?> result)
      throws ReflectiveOperationException {
    return MethodHandles.publicLookup()
        .findVirtual(type, name, MethodType.methodType(result))
        .asType(MethodType.methodType(result, Object.class));
  }

  private static MethodHandle getter(Class<?> type, String name, Class<?> result)
      throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return MethodHandles.lookup()
        .unreflectGetter(field)
        .asType(MethodType.methodType(result, Object.class));
  }

  /** Whether the metric is of our class and has the reservoir we know. */
  boolean reads(Object metric) {
    try {
      return metricClass.isInstance(metric)
          && sampleFields.sampleClass().isInstance((Object) sample.invokeExact(metric));
    } catch (Throwable failure) {
      throw YammerAccess.rethrow(failure);
    }
  }

  /** Whether the values are whole numbers; a timer's are nanoseconds, divided. */
  boolean wholeNumbers() {
    return durationUnit == null;
  }

  long count(Object metric) {
    try {
      return (long) count.invokeExact(metric);
    } catch (Throwable failure) {
      throw YammerAccess.rethrow(failure);
    }
  }

  double mean(Object metric) {
    return call(mean, metric);
  }

  double min(Object metric) {
    return call(min, metric);
  }

  double max(Object metric) {
    return call(max, metric);
  }

  double stdDev(Object metric) {
    return call(stdDev, metric);
  }

  private static double call(MethodHandle method, Object metric) {
    try {
      return (double) method.invokeExact(metric);
    } catch (Throwable failure) {
      throw YammerAccess.rethrow(failure);
    }
  }

  /**
   * The quantiles {@link HistogramNodes#QUANTILES} of the values in the reservoir.
   *
   * @param buffer emptied and filled
   * @param results one for each quantile; 0 if nothing was ever recorded, as Yammer has it
   */
  void quantiles(Object metric, Reservoir buffer, double[] results) {
    try {
      Object decaying = (Object) sample.invokeExact(metric);
      fill(buffer, decaying);
      double divisor = 1;
      if (durationUnit != null) {
        divisor = ((TimeUnit) durationUnit.invokeExact(metric)).toNanos(1);
      }
      buffer.quantiles(HistogramNodes.QUANTILES, divisor, results);
    } catch (Throwable failure) {
      throw YammerAccess.rethrow(failure);
    }
  }

  private void fill(Reservoir buffer, Object decaying) throws Throwable {
    ReentrantReadWriteLock lock =
        (ReentrantReadWriteLock) sampleFields.lock().invokeExact(decaying);
    ConcurrentSkipListMap<?, ?> values =
        (ConcurrentSkipListMap<?, ?>) sampleFields.values().invokeExact(decaying);
    buffer.reset();
    // The lock that update() and getSnapshot() share; only the hourly rescaling excludes them.
    lock.readLock().lock();
    try {
      values.forEach(buffer);
    } finally {
      lock.readLock().unlock();
    }
  }
}
