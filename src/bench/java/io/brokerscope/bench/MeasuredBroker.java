package io.brokerscope.bench;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** A real broker under load with every exporter attached. */
final class MeasuredBroker implements AutoCloseable {
  /** Kafka's own heap size (kafka-server-start.sh) and collector, and all compilers. */
  private static final List<String> BROKER_JVM =
      List.of("-Xms1g", "-Xmx1g", "-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC", "-XX:+UseG1GC");

  /** After a change of rules, until the compiler and the caches have settled. */
  private static final Duration LONGEST_SETTLING = Duration.ofSeconds(25);

  private final KafkaCluster cluster;
  private final BrokerLoad load;
  private final Probe probe;
  private final ScrapeMeter meter;
  private final Rounds rounds;

  private MeasuredBroker(KafkaCluster cluster, BrokerLoad load, Probe probe) throws IOException {
    this.cluster = cluster;
    this.load = load;
    this.probe = probe;
    this.meter = new ScrapeMeter(probe, ProcessCpu.of(cluster.nodes().get(0).pid()));
    this.rounds = new Rounds(meter);
  }

  static MeasuredBroker start(Exporters exporters, int partitions)
      throws IOException, InterruptedException, ExecutionException {
    Progress.say("Starting a broker with all exporters");
    KafkaCluster cluster = KafkaCluster.format(BrokerJars.of("bench"), 1);
    try {
      KafkaNode node = cluster.nodes().get(0);
      node.configure(exporters.brokerProperties());
      cluster.start(ports -> jvmOptions(exporters));
      Progress.say("Creating %d partitions and starting clients".formatted(partitions));
      BrokerLoad load = BrokerLoad.start(cluster.bootstrapServers(), partitions);
      return new MeasuredBroker(cluster, load, exporters.probe());
    } catch (IOException | InterruptedException | ExecutionException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static List<String> jvmOptions(Exporters exporters) {
    List<String> options = new ArrayList<>(BROKER_JVM);
    options.addAll(exporters.jvmOptions());
    return options;
  }

  /** Runs the broker under load, scraped, until its histograms are full. */
  void warmUp(List<Contender> contenders, Duration duration)
      throws IOException, InterruptedException, ExecutionException {
    Progress.say("Warming up for %d s".formatted(duration.toSeconds()));
    probe.prepareFloor();
    rounds.warmUp(contenders, Form.PLAIN, duration);
    // Again, because histograms got their first values meanwhile and MBeans came.
    probe.prepareFloor();
    load.check();
  }

  /** Lets the contenders settle and measures them. */
  void measure(List<Contender> contenders, Form form, BenchSettings.Effort effort, Results results)
      throws IOException, InterruptedException, ExecutionException {
    List<String> names = contenders.stream().map(Contender::name).toList();
    Progress.say("Scraping %s, %s".formatted(String.join(" and ", names), form.title()));
    // The plain form comes first, and after it all but the compression is warm.
    Duration settling = form == Form.PLAIN ? effort.settling(LONGEST_SETTLING) : Duration.ZERO;
    rounds.warmUp(contenders, form, settling);
    rounds.run(contenders, form, effort.scrapes(), results);
    load.check();
  }

  /** Keeps a scrape for the micro benchmarks. */
  void record(Contender.Exporter exporter) throws IOException, InterruptedException {
    Files.write(RecordedScrape.FILE, meter.fetch(exporter, Form.PLAIN));
  }

  @Override
  public void close() throws IOException {
    try (cluster;
        load) {
      probe.close();
    }
  }
}
