package io.brokerscope.agent;

import io.brokerscope.jvm.InfoFamily;
import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;

/** Which version runs, and what became of its configuration file. */
final class AgentMetrics extends Collector {
  private final ConfigWatcher watcher;
  private final String version;

  AgentMetrics(ConfigWatcher watcher, String version) {
    this.watcher = watcher;
    this.version = version;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    ConfigWatcher.State state = watcher.state();
    // The counters' families are named without _total here; simpleclient adds it to the samples.
    return List.of(
        InfoFamily.of(
            "brokerscope_build",
            "The version of Brokerscope that runs",
            List.of("name", "version"),
            List.of("brokerscope-agent", version)),
        new CounterMetricFamily(
            "jmx_config_reload_success",
            "Changed configuration files that were taken over",
            state.successes()),
        new CounterMetricFamily(
            "jmx_config_reload_failure",
            "Changed configuration files that could not be used",
            state.failures()),
        new GaugeMetricFamily(
            "brokerscope_config_warnings",
            "Warnings about the running configuration",
            state.warnings()),
        new GaugeMetricFamily(
            "brokerscope_config_last_reload_successful",
            "0 while the configuration file could not be used and an older one stays in force",
            state.lastSuccessful() ? 1 : 0));
  }
}
