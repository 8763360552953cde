package io.brokerscope.bench;

import static io.brokerscope.bench.Exporters.JMX_CACHED;
import static io.brokerscope.bench.Exporters.JMX_PLAIN;
import static io.brokerscope.bench.Exporters.OURS;
import static io.brokerscope.bench.Exporters.STRIMZI;

import io.brokerscope.bench.Contender.Floor;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * One real broker under load with every exporter attached, scraped in turns. Three phases, because
 * jmx_exporter has one set of rules at a time and fills most of a period; ours is in each of them.
 */
final class BrokerBench {
  private static final Floor FLOOR = new Floor();

  /** Kafka's own heap size (kafka-server-start.sh) and collector, and all compilers. */
  private static final List<String> BROKER_JVM =
      List.of("-Xms1g", "-Xmx1g", "-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC", "-XX:+UseG1GC");

  /** After a change of rules, until the compiler and the caches have settled. */
  private static final Duration LONGEST_SETTLING = Duration.ofSeconds(25);

  private static final double ALLOCATION_TARGET_MEGABYTES = 2;

  private final BenchSettings settings;
  private final int partitions;
  private final Results results = new Results();

  BrokerBench(BenchSettings settings, int partitions) {
    this.settings = settings;
    this.partitions = partitions;
  }

  /** The results as Markdown. */
  String run() throws IOException, InterruptedException, ExecutionException {
    Exporters exporters = Exporters.prepare();
    Progress.say("Starting a broker with all exporters");
    try (KafkaCluster cluster = KafkaCluster.format(BrokerJars.of("bench"), 1)) {
      KafkaNode node = cluster.nodes().get(0);
      node.configure(exporters.brokerProperties());
      cluster.start(ports -> jvmOptions(exporters));
      Progress.say("Creating %d partitions and starting clients".formatted(partitions));
      try (BrokerLoad load = BrokerLoad.start(cluster.bootstrapServers(), partitions);
          Probe probe = exporters.probe()) {
        ScrapeMeter meter = new ScrapeMeter(probe, ProcessCpu.of(node.pid()));
        Rounds rounds = new Rounds(meter);
        warmUp(exporters, rounds, probe);
        load.check();
        measure(exporters, rounds);
        Files.write(RecordedScrape.FILE, meter.fetch(exporters.ours(), Form.PLAIN));
        load.check();
      }
    }
    return report();
  }

  private static List<String> jvmOptions(Exporters exporters) {
    List<String> options = new ArrayList<>(BROKER_JVM);
    options.addAll(exporters.jvmOptions());
    return options;
  }

  private void warmUp(Exporters exporters, Rounds rounds, Probe probe)
      throws IOException, InterruptedException {
    Progress.say("Warming up for %d s".formatted(settings.effort().warmup().toSeconds()));
    probe.prepareFloor();
    rounds.warmUp(
        List.of(exporters.ours(), FLOOR, exporters.strimzi()),
        Form.PLAIN,
        settings.effort().warmup());
    // Again, because histograms got their first values meanwhile and MBeans came.
    probe.prepareFloor();
  }

  private void measure(Exporters exporters, Rounds rounds)
      throws IOException, InterruptedException {
    Contender ours = exporters.ours();
    Contender strimzi = exporters.strimzi();
    phase(rounds, List.of(ours, FLOOR, strimzi), Form.PLAIN, settings.effort().scrapes());
    phase(rounds, List.of(ours, strimzi), Form.GZIP, settings.effort().scrapes());
    exporters.rules().cacheInJmxExporter();
    measureWithOurs(exporters.jmxExporter(JMX_CACHED), ours, rounds);
    exporters.rules().plainInJmxExporter();
    measureWithOurs(exporters.jmxExporter(JMX_PLAIN), ours, rounds);
  }

  private void measureWithOurs(Contender jmxExporter, Contender ours, Rounds rounds)
      throws IOException, InterruptedException {
    List<Contender> both = List.of(ours, jmxExporter);
    phase(rounds, both, Form.PLAIN, settings.effort().scrapes());
    phase(rounds, both, Form.GZIP, settings.effort().scrapes());
  }

  private void phase(Rounds rounds, List<Contender> contenders, Form form, int scrapes)
      throws IOException, InterruptedException {
    List<String> names = contenders.stream().map(Contender::name).toList();
    Progress.say("Scraping %s, %s".formatted(String.join(" and ", names), form.title()));
    // The plain form comes first, and after it all but the compression is warm.
    Duration settling =
        form == Form.PLAIN ? settings.effort().settling(LONGEST_SETTLING) : Duration.ZERO;
    rounds.warmUp(contenders, form, settling);
    rounds.run(contenders, form, scrapes, results);
  }

  private String report() {
    ResultTable table = new ResultTable(results);
    double allocated = table.allocatedMegabytes(OURS);
    return """
        ### A real broker with %,d partitions

        %s
        %s
        """
            .formatted(partitions, table.all(), table.targets(OURS, targets()))
        + String.format(
            Locale.ROOT,
            "Allocated per scrape: %.2f MB%s%n",
            allocated,
            partitions > 1_000
                ? ""
                : "; target at most 2 MB: "
                    + ResultTable.verdict(allocated <= ALLOCATION_TARGET_MEGABYTES));
  }

  private List<Target> targets() {
    boolean small = partitions <= 1_000;
    return List.of(
        new Target(JMX_PLAIN, small ? 60 : 100),
        new Target(JMX_CACHED, small ? 12 : 20),
        new Target(STRIMZI, small ? 4 : 5),
        new Target(FLOOR.name(), small ? 3 : 4));
  }
}
