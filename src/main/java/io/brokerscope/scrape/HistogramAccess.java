package io.brokerscope.scrape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
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

  /** Held by who reads the reservoir; who writes a value holds it too. */
  Lock readLock(Object metric) {
    try {
      Object decaying = (Object) sample.invokeExact(metric);
      return ((ReentrantReadWriteLock) sampleFields.lock().invokeExact(decaying)).readLock();
    } catch (Throwable failure) {
      throw YammerAccess.rethrow(failure);
    }
  }

  /** The values in the reservoir, in no order; the lock is held while they are read. */
  Collection<?> values(Object metric) {
    try {
      Object decaying = (Object) sample.invokeExact(metric);
      return ((ConcurrentSkipListMap<?, ?>) sampleFields.values().invokeExact(decaying)).values();
    } catch (Throwable failure) {
      throw YammerAccess.rethrow(failure);
    }
  }

  /** What turns a value of the reservoir into the unit that JMX shows. */
  double divisor(Object metric) {
    if (durationUnit == null) {
      return 1;
    }
    try {
      return ((TimeUnit) durationUnit.invokeExact(metric)).toNanos(1);
    } catch (Throwable failure) {
      throw YammerAccess.rethrow(failure);
    }
  }
}
