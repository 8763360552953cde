package io.brokerscope.kafka;

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
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Asks a Prometheus, in the names of https://prometheus.io/docs/prometheus/latest/querying/api/.
 *
 * @param server its address, without a path
 */
public record PrometheusApi(URI server) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The value of the one series that the expression gives; empty when it gives none yet. */
  public OptionalDouble query(String promQl) throws IOException, InterruptedException {
    Map<?, ?> data = (Map<?, ?>) get("query?query=" + encode(promQl));
    List<?> results = (List<?>) data.get("result");
    if (results.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (results.size() > 1) {
      throw new IllegalStateException(promQl + ": expected one series, found " + results);
    }
    List<?> timeAndValue = (List<?>) ((Map<?, ?>) results.get(0)).get("value");
    return OptionalDouble.of(Double.parseDouble((String) timeAndValue.get(1)));
  }

  /** The type of a family; an empty text when it is unknown. */
  public String type(String family) throws IOException, InterruptedException {
    Map<?, ?> data = (Map<?, ?>) get("metadata?metric=" + encode(family));
    return data.get(family) instanceof List<?> list
        ? (String) ((Map<?, ?>) list.get(0)).get("type")
        : "";
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
    return Answer.of(body("query?query=%s&time=%s".formatted(encode(promQl), at)));
  }

  /** What the expression gives over a span of time. */
  public Answer range(String promQl, Instant from, Instant to, Duration step)
      throws IOException, InterruptedException {
    return Answer.of(
        body(
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
    List<?> values =
        (List<?>)
            get(
                "label/%s/values?match[]=%s&start=%s&end=%s"
                    .formatted(label, encode(selector), from, to));
    return values.stream().map(String::valueOf).toList();
  }

  /**
   * An answer that may be too large to be taken apart.
   *
   * @param figures whether a value is not NaN
   */
  public record Answer(int series, boolean figures) {

    /*
     * In JSON a quote within a text has a backslash before it, so that neither is found within a label's value.
     */
    private static final Pattern SERIES = Pattern.compile("\\{\"metric\":");
    private static final Pattern FIGURE = Pattern.compile(",\"(?!NaN)[^\"]+\"\\]");

    private static Answer of(String body) {
      boolean scalar = body.contains("\"resultType\":\"scalar\"");
      int series = scalar ? 1 : (int) SERIES.matcher(body).results().count();
      return new Answer(series, FIGURE.matcher(body).find());
    }
  }

  private Object get(String pathAndQuery) throws IOException, InterruptedException {
    // JSON is a subset of YAML.
    Map<?, ?> answer = new Yaml(new SafeConstructor(new LoaderOptions())).load(body(pathAndQuery));
    return answer.get("data");
  }

  private String body(String pathAndQuery) throws IOException, InterruptedException {
    URI address = server.resolve("/api/v1/" + pathAndQuery);
    HttpResponse<String> response =
        CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "%s: status %d, expected 200: %s"
              .formatted(address, response.statusCode(), response.body()));
    }
    return response.body();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
