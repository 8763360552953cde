package io.brokerscope.packs;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaProgram;
import io.brokerscope.kafka.Clients;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * An application with Kafka Streams and a Connect worker, both busy.
 *
 * @param input feeds them until it is interrupted
 */
public record AppProcesses(LiveProcess streams, LiveProcess connect, Thread input) {
  private static final PackFile STREAMS_PACK = PackFile.of("kafka-streams.yml");
  private static final PackFile CONNECT_PACK = PackFile.of("kafka-connect.yml");
  private static final String STREAMS = "streams";
  private static final String CONNECT = "connect";

  /** Starts them on the cluster with the shipped rules; they end with it. */
  public static AppProcesses asShipped(KafkaCluster cluster) throws Exception {
    return start(cluster, STREAMS_PACK, CONNECT_PACK);
  }

  /** The same, with all rules that their files have. */
  static AppProcesses withDebugRules(KafkaCluster cluster) throws Exception {
    return start(cluster, STREAMS_PACK.withDebug(), CONNECT_PACK.withDebug());
  }

  private static AppProcesses start(
      KafkaCluster cluster, PackFile streamsPack, PackFile connectPack) throws Exception {
    Clients clients = new Clients(cluster);
    clients.createTopic(StreamsProgram.WORDS, StreamsProgram.THREADS);
    clients.createTopic(StreamsProgram.COUNTS, 1);
    clients.createTopic(Connectors.LINES, 1);

    List<Integer> ports = FreePorts.find(2);
    Path streamsRules = streamsPack.in(cluster.folderOf(STREAMS));
    KafkaProgram streams =
        cluster.startProgram(
            STREAMS,
            classPath(),
            List.of(Agent.jvmOption(ports.get(0), streamsRules)),
            List.of(
                StreamsProgram.class.getName(),
                cluster.bootstrapServers(),
                cluster.folderOf(STREAMS).resolve("state").toString()));
    Path connectRules = connectPack.in(cluster.folderOf(CONNECT));
    ConnectWorker worker =
        ConnectWorker.launch(cluster, classPath(), Agent.jvmOption(ports.get(1), connectRules));
    streams.await(StreamsProgram.RUNNING);
    Connectors connectors = new Connectors(cluster.folderOf(CONNECT), cluster.bootstrapServers());
    connectors.create(worker);
    return new AppProcesses(
        new LiveProcess(STREAMS, streams.pid(), metrics(ports.get(0)), streamsRules),
        new LiveProcess(CONNECT, worker.program().pid(), metrics(ports.get(1)), connectRules),
        AppInput.start(cluster.bootstrapServers(), connectors.input()));
  }

  public List<LiveProcess> processes() {
    return List.of(streams, connect);
  }

  /** Our own programs come with the tests. */
  private static String classPath() throws URISyntaxException {
    return OwnClasses.folder() + File.pathSeparator + BrokerJars.of("apps").classPath();
  }

  private static URI metrics(int port) {
    return URI.create("http://127.0.0.1:" + port + "/metrics");
  }
}
