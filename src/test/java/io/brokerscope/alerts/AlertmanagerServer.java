package io.brokerscope.alerts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.exposition.Tool;
import io.brokerscope.kafka.Await;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An Alertmanager on loopback. */
public final class AlertmanagerServer {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

  private final Process process;
  private final URI address;

  private AlertmanagerServer(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Returns when it answers.
   *
   * @param folder takes its log and data
   */
  public static AlertmanagerServer start(Tool executable, Path folder, Path configuration)
      throws Exception {
    int port = FreePorts.find(1).get(0);
    Process process =
        new ProcessBuilder(
                executable.executable().toString(),
                "--config.file=" + configuration,
                "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=",
                "--log.level=warn")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("alertmanager.log").toFile())
            .start();
    AlertmanagerServer server =
        new AlertmanagerServer(process, URI.create("http://127.0.0.1:" + port));
    try {
      Await.until("Alertmanager is ready", server::ready, ready -> ready);
    } catch (Exception | AssertionError failure) {
      server.end();
      throw failure;
    }
    return server;
  }

  /** Fires alerts with these labels. */
  void post(List<Map<String, String>> alerts) throws IOException, InterruptedException {
    String body =
        alerts.stream()
            .map(labels -> "{\"labels\": {" + json(labels) + "}}")
            .collect(Collectors.joining(", ", "[", "]"));
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/api/v2/alerts"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "%s: status %d, expected 200: %s"
              .formatted(request.uri(), response.statusCode(), response.body()));
    }
  }

  /** State ({@code active} or {@code suppressed}) by labels, of all alerts it has processed. */
  Map<Map<String, String>, String> states() throws IOException, InterruptedException {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(address.resolve("/api/v2/alerts")).build(),
            BodyHandlers.ofString());
    Map<Map<String, String>, String> states = new HashMap<>();
    for (JsonNode alert : JSON.readTree(response.body())) {
      Map<String, String> labels = JSON.convertValue(alert.get("labels"), LABELS);
      states.put(labels, alert.get("status").get("state").textValue());
    }
    return states;
  }

  public URI address() {
    return address;
  }

  public Process process() {
    return process;
  }

  /** Kills it. */
  public void end() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private boolean ready() throws IOException, InterruptedException {
    try {
      return CLIENT
              .send(
                  HttpRequest.newBuilder(address.resolve("/-/ready")).build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (ConnectException notYetBound) {
      return false;
    }
  }

  private static String json(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> "\"%s\": \"%s\"".formatted(label.getKey(), label.getValue()))
        .collect(Collectors.joining(", "));
  }
}
