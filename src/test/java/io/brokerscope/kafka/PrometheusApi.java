package io.brokerscope.kafka;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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

  private Object get(String pathAndQuery) throws IOException, InterruptedException {
    URI address = server.resolve("/api/v1/" + pathAndQuery);
    HttpResponse<String> response =
        CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "%s: status %d, expected 200: %s"
              .formatted(address, response.statusCode(), response.body()));
    }
    // JSON is a subset of YAML.
    Map<?, ?> answer = new Yaml(new SafeConstructor(new LoaderOptions())).load(response.body());
    return answer.get("data");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
