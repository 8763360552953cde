package io.brokerscope.monitor;

import io.brokerscope.jvm.InfoFamily;
import io.prometheus.client.Collector;
import java.util.List;

/** Which monitor this is. */
final class BuildInfo extends Collector {
  private final String version;

  BuildInfo(String version) {
    this.version = version;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    return List.of(
        InfoFamily.of(
            "kafka_monitor_build",
            "1; the version of the monitor.",
            List.of("version"),
            List.of(version)));
  }
}
