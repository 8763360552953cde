package io.brokerscope.scrape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import javax.management.ObjectName;

/**
 * The Yammer registry of a Kafka broker in this JVM, and how its metrics are called. There is no
 * dependency on Kafka or Yammer: classes are found by name in the broker's class loader, and where
 * one is not as in Yammer 2.2.0 everything is read through JMX.
 */
final class YammerAccess {
  private static final String REGISTRY_HOLDER =
      "org.apache.kafka.server.metrics.KafkaYammerMetrics";
  private static final String CORE = "com.yammer.metrics.core.";

  private final Map<?, ?> metrics;
  private final MethodHandle newMetricName;
  private final Class<?> gauge;
  private final MethodHandle gaugeValue;
  private final Class<?> meter;
  private final MeterAccess meterRates;
  private final HistogramAccess histogram;
  private final MeterAccess timerRates;
  private final HistogramAccess timerHistogram;

  private YammerAccess(ClassLoader loader) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    Object registry =
        Class.forName(REGISTRY_HOLDER, true, loader).getMethod("defaultRegistry").invoke(null);
    this.metrics = (Map<?, ?>) registry.getClass().getMethod("allMetrics").invoke(registry);
    this.newMetricName = metricNameConstructor(lookup, loader);
    this.gauge = Class.forName(CORE + "Gauge", false, loader);
    this.gaugeValue =
        lookup
            .findVirtual(gauge, "value", MethodType.methodType(Object.class))
            .asType(MethodType.methodType(Object.class, Object.class));
    this.meter = Class.forName(CORE + "Meter", false, loader);
    this.meterRates = new MeterAccess(meter);
    Class<?> timer = Class.forName(CORE + "Timer", false, loader);
    this.timerRates = new MeterAccess(timer);
    this.histogram = HistogramAccess.ofHistogram(Class.forName(CORE + "Histogram", false, loader));
    this.timerHistogram = HistogramAccess.ofTimer(timer, histogram);
  }

  private static MethodHandle metricNameConstructor(MethodHandles.Lookup lookup, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> metricName = Class.forName(CORE + "MetricName", false, loader);
    // Equality is by the last parameter, the MBean's name.
    MethodType groupTypeNameScopeMBean =
        MethodType.methodType(
            void.class, String.class, String.class, String.class, String.class, String.class);
    MethodHandle constructor = lookup.findConstructor(metricName, groupTypeNameScopeMBean);
    return MethodHandles.insertArguments(constructor, 0, "", "", "", "")
        .asType(MethodType.methodType(Object.class, String.class));
  }

  /**
   * The registry that the class loader's Kafka uses; empty if there is none that we know how to
   * call.
   */
  static Optional<YammerAccess> find(ClassLoader loader) {
    try {
      return Optional.of(new YammerAccess(loader));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError notAsExpected) {
      return Optional.empty();
    }
  }

  /** The metric behind an MBean; null if the registry has none of that name. */
  Object metric(ObjectName name) {
    try {
      return metrics.get(newMetricName.invokeExact(name.toString()));
    } catch (Throwable failure) {
      throw rethrow(failure);
    }
  }

  boolean isGauge(Object metric) {
    return gauge.isInstance(metric);
  }

  boolean isMeter(Object metric) {
    return meter.isInstance(metric);
  }

  /**
   * How a histogram or a timer's histogram is read; null for another metric, or an unknown kind of
   * reservoir.
   */
  HistogramAccess histogramAccess(Object metric) {
    if (histogram.reads(metric)) {
      return histogram;
    }
    return timerHistogram.reads(metric) ? timerHistogram : null;
  }

  MeterAccess meterAccess(Object metric) {
    return isMeter(metric) ? meterRates : timerRates;
  }

  Object gaugeValue(Object metric) {
    try {
      return gaugeValue.invokeExact(metric);
    } catch (Throwable failure) {
      throw rethrow(failure);
    }
  }

  /** A method handle declares Throwable; what is called here throws nothing checked. */
  static RuntimeException rethrow(Throwable failure) {
    if (failure instanceof RuntimeException unchecked) {
      return unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(failure);
  }
}
