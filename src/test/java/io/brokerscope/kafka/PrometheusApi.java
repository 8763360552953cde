package io.brokerscope.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Asks a Prometheus, in the names of https://prometheus.io/docs/prometheus/latest/querying/api/.
 *
 * @param server its address, without a path
 */
public record PrometheusApi(URI server) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The value of the one series that the expression gives; empty when it gives none yet. */
  public OptionalDouble query(String promQl) throws IOException, InterruptedException {
    JsonNode results = get("query?query=" + encode(promQl)).get("result");
    if (results.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (results.size() > 1) {
      throw new IllegalStateException(promQl + ": expected one series, found " + results);
    }
    JsonNode timeAndValue = results.get(0).get("value");
    return OptionalDouble.of(Double.parseDouble(timeAndValue.get(1).textValue()));
  }

  /** The type of a family; an empty text when it is unknown. */
  public String type(String family) throws IOException, InterruptedException {
    return get("metadata?metric=" + encode(family)).path(family).path(0).path("type").asText();
  }

  /** Whether it answers yet: it is bound for a moment before it is ready, and says 503 then. */
  public boolean answers() throws IOException, InterruptedException {
    HttpRequest ready = HttpRequest.newBuilder(server.resolve("/-/ready")).build();
    try {
      return CLIENT.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (ConnectException notYetBound) {
      return false;
    }
  }

  /** What the expression gives at one moment. */
  public Answer instant(String promQl, Instant at) throws IOException, InterruptedException {
    return Answer.of(get("query?query=%s&time=%s".formatted(encode(promQl), at)));
  }

  /** What the expression gives over a span of time. */
  public Answer range(String promQl, Instant from, Instant to, Duration step)
      throws IOException, InterruptedException {
    return Answer.of(
        get(
            "query_range?query=%s&start=%s&end=%s&step=%d"
                .formatted(encode(promQl), from, to, step.toSeconds())));
  }

  /**
   * The values that a label had over a span of time, sorted.
   *
   * @param selector of the series to look at
   */
  public List<String> labelValues(String label, String selector, Instant from, Instant to)
      throws IOException, InterruptedException {
    JsonNode values =
        get(
            "label/%s/values?match[]=%s&start=%s&end=%s"
                .formatted(label, encode(selector), from, to));
    return items(values).map(JsonNode::textValue).toList();
  }

  /**
   * How much an expression gave.
   *
   * @param figures whether a value is not NaN
   */
  public record Answer(int series, boolean figures) {

    private static Answer of(JsonNode data) {
      JsonNode result = data.get("result");
      return switch (data.get("resultType").textValue()) {
        case "scalar" -> new Answer(1, isFigure(result));
        case "vector" ->
            new Answer(
                result.size(),
                items(result).map(series -> series.get("value")).anyMatch(Answer::isFigure));
        case "matrix" ->
            new Answer(
                result.size(),
                items(result)
                    .flatMap(series -> items(series.get("values")))
                    .anyMatch(Answer::isFigure));
        default -> throw new IllegalStateException("expected numbers, found " + data);
      };
    }

    private static boolean isFigure(JsonNode timeAndValue) {
      return !timeAndValue.get(1).textValue().equals("NaN");
    }
  }

  /** The field "data" of the answer. */
  private JsonNode get(String pathAndQuery) throws IOException, InterruptedException {
    URI address = server.resolve("/api/v1/" + pathAndQuery);
    HttpResponse<String> response =
        CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "%s: status %d, expected 200: %s"
              .formatted(address, response.statusCode(), response.body()));
    }
    return JSON.readTree(response.body()).get("data");
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
