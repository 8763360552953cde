package io.brokerscope.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.exposition.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
  /** What Prometheus servers send; the comments name the releases (scrape/scrape.go). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 2.5 to 2.33
          OPENMETRICS | application/openmetrics-text; version=0.0.1,text/plain;version=0.0.4;q=0.5,*/*;q=0.1
          # 2.34 to 2.48
          OPENMETRICS | application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1
          # 2.49 and later
          OPENMETRICS | application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2
          # 2.49 and later, native histograms on
          OPENMETRICS | application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.5,application/openmetrics-text;version=1.0.0;q=0.4,application/openmetrics-text;version=0.0.1;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1
          # 3
          OPENMETRICS | application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2
          # 3, legacy names
          OPENMETRICS | application/openmetrics-text;version=1.0.0;escaping=underscores;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=underscores;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2
          # 3, scrape_protocols: [PrometheusText0.0.4]
          TEXT | text/plain;version=0.0.4;q=0.6,*/*;q=0.5
          # 3, scrape_protocols: [PrometheusText1.0.0, PrometheusText0.0.4]
          TEXT | text/plain;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.5,*/*;q=0.4
          # 3, scrape_protocols: [PrometheusText0.0.4, OpenMetricsText1.0.0]
          TEXT | text/plain;version=0.0.4;q=0.6,application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,*/*;q=0.4
          """)
  void prometheusServersGetTheFormatTheyPrefer(Format expected, String accept) {
    assertEquals(expected, Negotiation.format(List.of(accept)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          # curl, browsers
          TEXT | */*
          TEXT | text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8
          # one format asked for
          TEXT | text/plain
          TEXT | text/*
          OPENMETRICS | application/openmetrics-text
          OPENMETRICS | application/openmetrics-text; version=1.0.0
          OPENMETRICS | application/openmetrics-text; version="1.0.0"; charset=utf-8
          OPENMETRICS | APPLICATION/OpenMetrics-Text;VERSION=1.0.0
          OPENMETRICS | application/*
          # weights
          OPENMETRICS | application/openmetrics-text;q=0.002, text/plain;q=0.001
          TEXT | application/openmetrics-text;q=0.001, text/plain;q=0.002
          TEXT | application/openmetrics-text;q=0, */*
          OPENMETRICS | text/plain;q=0, */*;q=0.1
          TEXT | application/openmetrics-text;version=1.0.0;q=0.1,*/*;q=0.9
          TEXT | application/openmetrics-text;q=0.5, text/*;q=0.5, text/plain;q=0.6
          # equal weights: the more specific range, then text
          TEXT | application/openmetrics-text, text/plain
          OPENMETRICS | application/openmetrics-text;version=1.0.0, text/plain
          OPENMETRICS | application/openmetrics-text, text/*
          TEXT | application/*, text/*
          # the most specific range decides, wherever it stands
          TEXT | */*, application/openmetrics-text;version=1.0.0;q=0.2
          # a version we do not have
          TEXT | application/openmetrics-text;version=2.0.0
          OPENMETRICS | application/openmetrics-text;version=2.0.0, application/openmetrics-text;version=1.0.0;q=0.5
          # nothing we have
          TEXT | application/vnd.google.protobuf
          TEXT | application/json;q=1
          TEXT | */*;q=0
          # malformed
          TEXT | ''
          TEXT | ,;,=
          TEXT | application/openmetrics-text;q=2
          TEXT | application/openmetrics-text;q=high
          TEXT | application/openmetrics-text;q=
          OPENMETRICS | application/openmetrics-text;;q=1.000
          OPENMETRICS | application/openmetrics-text;version
          """)
  void otherClientsGetTheFormatTheyPrefer(Format expected, String accept) {
    assertEquals(expected, Negotiation.format(List.of(accept)));
  }

  @Test
  void noAcceptHeaderMeansText() {
    assertEquals(Format.TEXT, Negotiation.format(null));
  }

  @Test
  void severalAcceptHeadersCountAsOne() {
    assertEquals(
        Format.OPENMETRICS,
        Negotiation.format(List.of("text/plain;q=0.5", "application/openmetrics-text")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | gzip
          true  | GZIP
          true  | x-gzip
          true  | gzip, deflate, br
          true  | deflate;q=0.5, gzip;q=0.1
          true  | *
          true  | *;q=0.1
          true  | gzip;q=0.5, identity;q=0.5
          true  | identity;q=0, gzip;q=0.001
          false | gzip;q=0
          false | gzip;q=0.000
          false | gzip;q=0, *
          false | *;q=0
          false | identity
          false | deflate, br
          false | gzip;q=0.5, identity
          false | gzip;q=x
          false | gzipped
          """)
  void gzipIsUsedOnlyWhereItIsWelcome(boolean expected, String acceptEncoding) {
    assertEquals(expected, Negotiation.gzip(List.of(acceptEncoding)));
  }

  @Test
  void noAcceptEncodingHeaderMeansNoGzip() {
    assertEquals(false, Negotiation.gzip(null));
  }
}
