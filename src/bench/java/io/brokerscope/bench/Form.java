package io.brokerscope.bench;

import java.util.List;

/** In which form a scrape is asked for. */
enum Form {
  /** Text 0.0.4, as curl gets it. */
  PLAIN("plain text"),
  /** What Prometheus asks for. */
  GZIP("OpenMetrics, gzip");

  /** The header of Prometheus 2's scraper. */
  private static final String PROMETHEUS_ACCEPT =
      "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
          + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

  private final String title;

  Form(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Names and values in turn; may be empty. */
  List<String> headers() {
    return switch (this) {
      case PLAIN -> List.of();
      case GZIP -> List.of("Accept", PROMETHEUS_ACCEPT, "Accept-Encoding", "gzip");
    };
  }
}
