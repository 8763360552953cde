package io.brokerscope.kafka;

import static java.util.stream.Collectors.joining;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.NodePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One broker with two agents in its JVM: ours and jmx_exporter's, each with its own rules. */
final class TwoAgents implements AutoCloseable {

  private final KafkaCluster cluster;
  private final Path ourRules;
  private final URI ourAddress;
  private final URI theirAddress;

  /**
   * Both agents' readings of a broker that nobody uses.
   *
   * @param theirs what jmx_exporter read four times with the same result, before and after ours
   * @param moving the others: all series of MBeans that change without clients
   */
  record Reading(SeriesValues ours, SeriesValues theirs, Set<SeriesValues.SeriesKey> moving) {}

  private TwoAgents(KafkaCluster cluster, Path ourRules, URI theirAddress) {
    this.cluster = cluster;
    this.ourRules = ourRules;
    this.ourAddress = cluster.nodes().get(0).ports().metricsAddress();
    this.theirAddress = theirAddress;
  }

  /**
   * @param rules of both agents
   * @param folder takes the copy that ours reads and that {@link #useRules} changes
   */
  static TwoAgents start(Path rules, Path folder) throws IOException, InterruptedException {
    Path ourRules = Files.copy(rules, folder.resolve("ours.yml"));
    int theirPort = FreePorts.find(1).get(0);
    KafkaCluster cluster =
        KafkaCluster.start(
            BrokerJars.of(System.getProperty("kafka.version")),
            1,
            ports -> jvmOptions(ports, ourRules, theirPort, rules));
    return new TwoAgents(
        cluster, ourRules, URI.create("http://127.0.0.1:" + theirPort + "/metrics"));
  }

  private static List<String> jvmOptions(
      NodePorts ports, Path ourRules, int theirPort, Path theirRules) {
    return List.of(
        "-javaagent:%s=127.0.0.1:%d:%s".formatted(Agent.jar(), ports.metrics(), ourRules),
        "-javaagent:%s=127.0.0.1:%d:%s"
            .formatted(System.getProperty("brokerscope.jmx.exporter"), theirPort, theirRules));
  }

  KafkaCluster cluster() {
    return cluster;
  }

  MetricsPage ours() throws IOException, InterruptedException {
    return MetricsPage.fetch(ourAddress);
  }

  SeriesValues theirs() throws IOException, InterruptedException {
    return SeriesValues.ofKafka(MetricsPage.fetch(theirAddress));
  }

  /**
   * Changes our agent's rules and returns when it runs them.
   *
   * @param evidence a series that only these rules give
   */
  void useRules(Path rules, String evidence) throws Exception {
    Files.write(ourRules, Files.readAllBytes(rules));
    Await.until(evidence + " after a reload", this::ours, page -> !page.named(evidence).isEmpty());
  }

  /**
   * Reads with both agents; with jmx_exporter twice before and twice after ours, as a figure may go
   * up and come down again: what moves by itself is hardly ever met at one value four times.
   */
  Reading read() throws IOException, InterruptedException {
    SeriesValues first = theirs();
    SeriesValues second = theirs();
    SeriesValues ours = SeriesValues.ofKafka(ours());
    Set<SeriesValues.SeriesKey> differing = new HashSet<>(first.differing(second));
    differing.addAll(first.differing(theirs()));
    differing.addAll(first.differing(theirs()));
    Set<SeriesValues.SeriesKey> moving = allOfTheirBeans(differing, first);
    return new Reading(ours, first.only(key -> !moving.contains(key)), moving);
  }

  /**
   * All series of an MBean move if one does: a histogram's median may go from 10 to 10.5 and back
   * between readings that all find 10, but its count goes one way.
   */
  private static Set<SeriesValues.SeriesKey> allOfTheirBeans(
      Set<SeriesValues.SeriesKey> moving, SeriesValues all) {
    Set<SeriesValues.SeriesKey> beans =
        moving.stream().map(TwoAgents::bean).collect(Collectors.toSet());
    return Stream.concat(all.keys(), moving.stream())
        .filter(key -> beans.contains(bean(key)))
        .collect(Collectors.toSet());
  }

  /**
   * What all attributes of an MBean share under the default names: {@code prefix_attribute{...}}.
   */
  private static SeriesValues.SeriesKey bean(SeriesValues.SeriesKey attribute) {
    String name = attribute.name();
    return new SeriesValues.SeriesKey(name.substring(0, name.lastIndexOf('_')), attribute.labels());
  }

  /** The classes of the package that have objects in the broker's JVM, a line each. */
  String liveClasses(String packageName) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(cluster.nodes().get(0).pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IllegalStateException("jcmd failed: " + output);
    }
    return output.lines().filter(line -> line.contains(packageName)).collect(joining("\n"));
  }

  @Override
  public void close() {
    cluster.close();
  }
}
