package io.brokerscope.exposition;

/** The formats a scrape can be written in. */
public enum Format {
  /** Prometheus text format 0.0.4. */
  TEXT("text/plain; version=0.0.4; charset=utf-8"),
  /** OpenMetrics text format 1.0.0. */
  OPENMETRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

  private final String contentType;

  Format(String contentType) {
    this.contentType = contentType;
  }

  /** The value of the Content-Type header. */
  public String contentType() {
    return contentType;
  }
}
