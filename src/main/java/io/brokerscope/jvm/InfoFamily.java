package io.brokerscope.jvm;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.List;

/** Families that say something by their labels and always have the value 1. */
public final class InfoFamily {
  private InfoFamily() {}

  /**
   * Makes a family of one sample.
   *
   * @param name without {@code _info}, which the sample's name gets
   */
  public static MetricFamilySamples of(
      String name, String help, List<String> labelNames, List<String> labelValues) {
    var sample = new MetricFamilySamples.Sample(name + "_info", labelNames, labelValues, 1);
    return new MetricFamilySamples(name, Collector.Type.INFO, help, List.of(sample));
  }
}
