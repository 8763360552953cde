package io.brokerscope.packs;

import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaProgram;
import io.brokerscope.kafka.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Kafka Connect worker in a JVM of its own: distributed, the only one of its group, because a
 * standalone one lacks what can go wrong in a group.
 *
 * @param restPort where it takes its connectors
 */
record ConnectWorker(KafkaProgram program, int restPort) {
  private static final String STARTED = "Kafka Connect started";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Starts to start; {@link #put} waits until it has. */
  static ConnectWorker launch(KafkaCluster cluster, String classPath, String agent)
      throws IOException {
    String name = "connect";
    int port = FreePorts.find(1).get(0);
    Path properties = cluster.folderOf(name).resolve("worker.properties");
    Files.write(properties, properties(cluster.bootstrapServers(), port));
    KafkaProgram program =
        cluster.startProgram(
            name,
            classPath,
            List.of(agent),
            List.of("org.apache.kafka.connect.cli.ConnectDistributed", properties.toString()));
    return new ConnectWorker(program, port);
  }

  private static List<String> properties(String bootstrapServers, int port) {
    return List.of(
        "bootstrap.servers=" + bootstrapServers,
        "group.id=connect-workers",
        // -1: as many replicas as the cluster gives topics by default.
        "config.storage.topic=connect-configs",
        "config.storage.replication.factor=-1",
        "offset.storage.topic=connect-offsets",
        "offset.storage.replication.factor=-1",
        "offset.storage.partitions=1",
        "status.storage.topic=connect-status",
        "status.storage.replication.factor=-1",
        "status.storage.partitions=1",
        "key.converter=org.apache.kafka.connect.storage.StringConverter",
        "value.converter=org.apache.kafka.connect.storage.StringConverter",
        "listeners=http://127.0.0.1:" + port,
        // All connectors are on the class path; to scan it takes seconds.
        "plugin.discovery=service_load",
        "offset.flush.interval.ms=1000",
        "exactly.once.source.support=enabled");
  }

  /** Creates a connector; the worker starts it in its own time. */
  void put(String connector, Map<String, String> settings) throws Exception {
    program.await(STARTED);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/connectors/%s/config".formatted(restPort, connector)))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json(settings)))
            .build();
    // While the group rebalances, the worker refuses with 409 (Conflict).
    Await.until(
        connector + " created",
        () -> CLIENT.send(request, HttpResponse.BodyHandlers.ofString()),
        answer -> answer.statusCode() == 201 || answer.statusCode() == 200);
  }

  /** No text of ours needs an escape. */
  private static String json(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(text -> "\"%s\":\"%s\"".formatted(text.getKey(), text.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
