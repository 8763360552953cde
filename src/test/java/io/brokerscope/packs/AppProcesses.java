package io.brokerscope.packs;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaProgram;
import io.brokerscope.kafka.Clients;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The applications of the plant: one with Kafka Streams and one Connect worker, both busy. */
final class AppProcesses {
  private static final PackFile STREAMS_PACK = PackFile.of("kafka-streams.yml");
  private static final Path CONNECT_PACK = Path.of("config", "kafka-connect.yml");
  private static final String STREAMS = "streams";
  private static final String CONNECT = "connect";

  private final KafkaCluster cluster;
  private final String classPath;

  private AppProcesses(KafkaCluster cluster) throws URISyntaxException {
    this.cluster = cluster;
    // Our own programs come with the tests.
    this.classPath =
        Path.of(AppProcesses.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            + File.pathSeparator
            + BrokerJars.of("apps").classPath();
  }

  /** Starts them on the cluster; they end with it. */
  static List<LiveProcess> start(KafkaCluster cluster) throws Exception {
    return new AppProcesses(cluster).start();
  }

  private List<LiveProcess> start() throws Exception {
    Clients clients = new Clients(cluster);
    clients.createTopic(StreamsProgram.WORDS, StreamsProgram.THREADS);
    clients.createTopic(StreamsProgram.COUNTS, 1);
    clients.createTopic(Connectors.LINES, 1);

    List<Integer> ports = FreePorts.find(2);
    Path debugPack = STREAMS_PACK.withDebug().in(cluster.folderOf(STREAMS));
    KafkaProgram streams = launchStreams(Agent.jvmOption(ports.get(0), debugPack));
    ConnectWorker worker =
        ConnectWorker.launch(cluster, classPath, Agent.jvmOption(ports.get(1), CONNECT_PACK));
    streams.await(StreamsProgram.RUNNING);
    Connectors connectors = new Connectors(cluster.folderOf(CONNECT), cluster.bootstrapServers());
    connectors.create(worker);
    AppInput.start(cluster.bootstrapServers(), connectors.input());
    return List.of(
        new LiveProcess(STREAMS, streams.pid(), metrics(ports.get(0)), debugPack),
        new LiveProcess(CONNECT, worker.program().pid(), metrics(ports.get(1)), CONNECT_PACK));
  }

  private KafkaProgram launchStreams(String agent) throws IOException {
    return cluster.startProgram(
        STREAMS,
        classPath,
        List.of(agent),
        List.of(
            StreamsProgram.class.getName(),
            cluster.bootstrapServers(),
            cluster.folderOf(STREAMS).resolve("state").toString()));
  }

  private static URI metrics(int port) {
    return URI.create("http://127.0.0.1:" + port + "/metrics");
  }
}
