package io.brokerscope.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One answer of /metrics, in text format 0.0.4.
 *
 * @param samples in the order of the page
 * @param families what the page says of them, in its order
 */
public record MetricsPage(List<Sample> samples, List<Family> families) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** One line of the page. */
  public record Sample(String name, Map<String, String> labels, double value) {}

  /**
   * What the samples of a name have in common.
   *
   * @param type the word on the page
   * @param help as the page has it, with its escapes
   * @param labels the names that any of the samples has
   */
  public record Family(String name, String type, String help, Set<String> labels) {}

  public MetricsPage {
    samples = List.copyOf(samples);
    families = List.copyOf(families);
  }

  /** Of nobody who answers. */
  public static MetricsPage empty() {
    return new MetricsPage(List.of(), List.of());
  }

  /**
   * Asks an agent for its metrics.
   *
   * @throws IOException when nobody answers, or not with 200
   */
  public static MetricsPage fetch(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
    HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "%s: status %d, expected 200: %s"
              .formatted(address, response.statusCode(), response.body()));
    }
    return parse(response.body());
  }

  static MetricsPage parse(String text) {
    PageReader reader = new PageReader();
    text.lines().forEach(reader::read);
    return reader.page();
  }

  /** The value of the series that has exactly these labels. */
  public OptionalDouble value(String name, Map<String, String> labels) {
    return samples.stream()
        .filter(sample -> sample.name().equals(name) && sample.labels().equals(labels))
        .mapToDouble(Sample::value)
        .findFirst();
  }

  /** The value of the series without labels, NaN when there is none. */
  public double value(String name) {
    return value(name, Map.of()).orElse(Double.NaN);
  }

  /** The series of a name, whatever their labels. */
  public List<Sample> named(String name) {
    return samples.stream().filter(sample -> sample.name().equals(name)).toList();
  }
}
