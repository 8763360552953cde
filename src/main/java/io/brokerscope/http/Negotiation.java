package io.brokerscope.http;

import io.brokerscope.exposition.Format;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses how a scrape is written: the format by Accept, the coding by Accept-Encoding (RFC 9110,
 * section 12.5). It never answers 406: a client that accepts nothing we have gets plain text 0.0.4,
 * which every Prometheus client reads.
 */
final class Negotiation {
  private static final String TEXT_VERSION = "0.0.4";

  /**
   * The higher, the more it counts. Prometheus 2.5 to 2.33 ask for OpenMetrics 0.0.1 only, and
   * their parser reads 1.0.0.
   */
  private static final Map<String, Integer> OPENMETRICS_VERSIONS = Map.of("1.0.0", 5, "0.0.1", 4);

  private Negotiation() {}

  /**
   * Of equal weights the more specific range wins, then text.
   *
   * @param accept the values of the Accept header, null when it is absent
   */
  static Format format(List<String> accept) {
    Preference text = Preference.NONE;
    Preference openMetrics = Preference.NONE;
    for (WeightedElement range : WeightedElement.parse(accept)) {
      text = text.orMoreSpecific(specificityForText(range), range.weight());
      openMetrics = openMetrics.orMoreSpecific(specificityForOpenMetrics(range), range.weight());
    }
    return openMetrics.beats(text) ? Format.OPENMETRICS : Format.TEXT;
  }

  /**
   * True if gzip is welcome and nothing else is preferred to it.
   *
   * @param acceptEncoding the values of the Accept-Encoding header, null when it is absent
   */
  static boolean gzip(List<String> acceptEncoding) {
    List<WeightedElement> codings = WeightedElement.parse(acceptEncoding);
    // RFC 9110, section 8.4.1.3: x-gzip is another name of gzip.
    double gzip =
        weight(codings, "gzip")
            .or(() -> weight(codings, "x-gzip"))
            .or(() -> weight(codings, "*"))
            .orElse(0.0);
    return gzip > 0 && gzip >= weight(codings, "identity").orElse(0.0);
  }

  private static Optional<Double> weight(List<WeightedElement> codings, String coding) {
    return codings.stream()
        .filter(element -> element.value().equals(coding))
        .map(WeightedElement::weight)
        .findFirst();
  }

  private static int specificityForText(WeightedElement range) {
    return switch (range.value()) {
      case "*/*" -> 1;
      case "text/*" -> 2;
      case "text/plain" -> {
        String version = range.parameters().get("version");
        yield version == null ? 3 : version.equals(TEXT_VERSION) ? 5 : 0;
      }
      default -> 0;
    };
  }

  private static int specificityForOpenMetrics(WeightedElement range) {
    return switch (range.value()) {
      case "*/*" -> 1;
      case "application/*" -> 2;
      case "application/openmetrics-text" -> {
        String version = range.parameters().get("version");
        yield version == null ? 3 : OPENMETRICS_VERSIONS.getOrDefault(version, 0);
      }
      default -> 0;
    };
  }

  /**
   * What a client thinks of one format.
   *
   * @param specificity of the range that decides, 0 when none matches
   * @param weight of that range
   */
  private record Preference(int specificity, double weight) {
    static final Preference NONE = new Preference(0, 0);

    Preference orMoreSpecific(int otherSpecificity, double otherWeight) {
      return otherSpecificity > specificity ? new Preference(otherSpecificity, otherWeight) : this;
    }

    boolean beats(Preference other) {
      return weight > other.weight
          || (weight > 0 && weight == other.weight && specificity > other.specificity);
    }
  }
}
