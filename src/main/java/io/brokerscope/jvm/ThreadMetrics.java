package io.brokerscope.jvm;

import io.prometheus.client.Collector;
import io.prometheus.client.Predicate;
import io.prometheus.client.hotspot.ThreadExports;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * simpleclient_hotspot's thread metrics. Counts are fresh; thread states and deadlocks, for which
 * the JVM stops all threads, are at most a minute old.
 */
final class ThreadMetrics extends Collector {
  private static final int STOPPING_INTERVAL_SECONDS = 60;
  private static final Set<String> STOPPING =
      Set.of("jvm_threads_state", "jvm_threads_deadlocked", "jvm_threads_deadlocked_monitor");

  private static final Predicate<String> IS_STOPPING = STOPPING::contains;
  private static final Predicate<String> IS_CHEAP = name -> !STOPPING.contains(name);

  private final ThreadExports exports = new ThreadExports();
  private final Periodically<List<MetricFamilySamples>> stopping;

  ThreadMetrics(LongSupplier nanoClock) {
    stopping =
        new Periodically<>(
            () -> exports.collect(IS_STOPPING), STOPPING_INTERVAL_SECONDS, nanoClock);
  }

  @Override
  public List<MetricFamilySamples> collect() {
    List<MetricFamilySamples> families = new ArrayList<>(exports.collect(IS_CHEAP));
    families.addAll(stopping.get());
    return families;
  }
}
