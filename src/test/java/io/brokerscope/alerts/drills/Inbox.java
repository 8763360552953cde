package io.brokerscope.alerts.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Takes what Alertmanager tells its receivers, in the format of
 * https://prometheus.io/docs/alerting/latest/configuration/#webhook_config.
 */
final class Inbox implements AutoCloseable {
  /**
   * Alerts on percentiles that Kafka itself keeps: those look back over five minutes
   * (com.yammer.metrics' decaying sample) however fast time runs here, so a minute's cold start
   * would count for hours. And the one that is always told.
   */
  private static final Set<String> LEFT_OUT =
      Set.of("KafkaProduceLatencyBudgetBurn", "KafkaSlowRequests", "Watchdog");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<Message> messages = new CopyOnWriteArrayList<>();

  /** An alert and who hears of it: the last part of the receiver's address. */
  record Told(String alert, String receiver) implements Comparable<Told> {
    @Override
    public int compareTo(Told other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return "%s (%s)".formatted(alert, receiver);
    }
  }

  /**
   * One alert of a notification.
   *
   * @param firing false: it is over
   * @param labels all of them, which tell alerts of one name apart
   */
  record Message(long nanos, Told told, boolean firing, JsonNode labels) {}

  private Inbox(HttpServer server) {
    this.server = server;
  }

  static Inbox open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Inbox inbox = new Inbox(server);
    server.createContext("/", inbox::take);
    server.start();
    return inbox;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** All messages but those about alerts that are left out, in order. */
  List<Message> messages() {
    return messages.stream()
        .filter(message -> !LEFT_OUT.contains(message.told().alert()))
        .filter(message -> !isTicketOfObjective(message))
        .toList();
  }

  /** Those are told by windows of days. Here all that is known is minutes old, so they cannot. */
  private static boolean isTicketOfObjective(Message message) {
    return message.labels().has("slo")
        && message.labels().path("severity").asText().equals("ticket");
  }

  boolean watchdogHeard() {
    return messages.stream().anyMatch(message -> message.told().alert().equals("Watchdog"));
  }

  /** What fires as far as the receivers know. */
  Set<Told> firing() {
    Map<JsonNode, Message> last =
        messages().stream().collect(Collectors.toMap(Message::labels, m -> m, (a, b) -> b));
    return last.values().stream()
        .filter(Message::firing)
        .map(Message::told)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void take(HttpExchange exchange) throws IOException {
    long nanos = System.nanoTime();
    String receiver = exchange.getRequestURI().getPath().substring(1);
    try (InputStream body = exchange.getRequestBody()) {
      for (JsonNode alert : JSON.readTree(body).get("alerts")) {
        JsonNode labels = alert.get("labels");
        messages.add(
            new Message(
                nanos,
                new Told(labels.get("alertname").textValue(), receiver),
                alert.get("status").textValue().equals("firing"),
                labels));
      }
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
