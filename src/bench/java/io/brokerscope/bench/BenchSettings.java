package io.brokerscope.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What to measure and how thoroughly, from the system properties of the same names with {@code
 * bench.} in front.
 *
 * @param only of {@code broker}, {@code packs}, {@code synthetic}, {@code monitor} and {@code jmh}
 * @param partitions of the real broker of the first two, one measurement each
 * @param effort how thoroughly
 * @param syntheticPartitions of the JVM without a broker
 * @param monitor the size of the cluster that the monitor looks at
 * @param jmh a regular expression for the micro benchmarks to run; empty for all
 */
record BenchSettings(
    Set<String> only,
    List<Integer> partitions,
    Effort effort,
    int syntheticPartitions,
    MonitorScale monitor,
    String jmh) {

  /**
   * How thoroughly to measure.
   *
   * @param scrapes per exporter and form
   * @param warmup how long the broker runs under load first, so that its histograms are full
   */
  record Effort(int scrapes, Duration warmup) {

    /** Never longer than the warm-up: who shortens that is in a hurry. */
    Duration settling(Duration longest) {
      return longest.compareTo(warmup) < 0 ? longest : warmup;
    }
  }

  static BenchSettings fromSystemProperties() {
    return new BenchSettings(
        Set.of(property("only").split(",")),
        List.of(property("partitions").split(",")).stream().map(Integer::valueOf).toList(),
        new Effort(
            Integer.parseInt(property("scrapes")),
            Duration.ofSeconds(Integer.parseInt(property("warmupSeconds")))),
        Integer.parseInt(property("syntheticPartitions")),
        new MonitorScale(
            Integer.parseInt(property("monitorGroups")),
            Integer.parseInt(property("monitorPartitions")),
            Integer.parseInt(property("monitorPartitionsPerGroup"))),
        property("jmh"));
  }

  private static String property(String name) {
    String value = System.getProperty("bench." + name);
    if (value == null) {
      throw new IllegalStateException(
          "no system property bench.%s: expected as profile bench in pom.xml sets it"
              .formatted(name));
    }
    return value;
  }
}
