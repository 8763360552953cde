package io.brokerscope.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.brokerscope.exposition.BodyPool;
import io.brokerscope.exposition.ByteSink;
import io.brokerscope.exposition.Encoder;
import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.MetricsBody;
import io.brokerscope.exposition.ReferenceParser;
import io.brokerscope.exposition.Tool;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import io.prometheus.client.Info;
import io.prometheus.client.Summary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryWriterTest {
  private static final String HISTOGRAM_SAMPLES =
      """
      latency_seconds_bucket{broker="1",le="0.005"} 1
      latency_seconds_bucket{broker="1",le="1.0"} 2
      latency_seconds_bucket{broker="1",le="+Inf"} 3
      latency_seconds_count{broker="1"} 3
      latency_seconds_sum{broker="1"} 20.754
      """;

  private final CollectorRegistry registry = new CollectorRegistry();
  private final RegistryWriter writer = new RegistryWriter(registry);

  @BeforeEach
  void fill() {
    Counter.build("requests", "Requests served.").register(registry).inc(3);
    Gauge.build("queue", "Requests waiting.").register(registry).set(-2.5);
    Info.build("build", "What runs.").register(registry).info("version", "1.2");
    Summary.build("size_bytes", "Sizes.").register(registry).observe(12);
    Histogram latencies =
        Histogram.build("latency_seconds", "Latencies.")
            .labelNames("broker")
            .buckets(0.005, 1)
            .register(registry);
    latencies.labels("1").observe(0.004);
    latencies.labels("1").observe(0.75);
    latencies.labels("1").observe(20);
    latencies.labels("2").observe(1);
  }

  @Test
  void aHistogramHasItsTypeAndSamplesInText() throws IOException {
    String document = document(Format.TEXT, "latency_seconds");
    String head = "# HELP latency_seconds Latencies.\n# TYPE latency_seconds histogram\n";
    assertEquals(head + HISTOGRAM_SAMPLES, document.replaceAll(".*broker=\"2\".*\n", ""));
  }

  @Test
  void aHistogramHasItsTypeAndSamplesInOpenMetrics() throws IOException {
    String document = document(Format.OPENMETRICS, "latency_seconds");
    String head = "# TYPE latency_seconds histogram\n# HELP latency_seconds Latencies.\n";
    assertEquals(
        head + HISTOGRAM_SAMPLES + "# EOF\n", document.replaceAll(".*broker=\"2\".*\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"latency_seconds_bucket", "latency_seconds_count", "latency_seconds_sum"})
  void aHistogramIsChosenByTheNamesOfItsSamples(String name) throws IOException {
    assertEquals(document(Format.TEXT, "latency_seconds"), document(Format.TEXT, name));
  }

  @Test
  void theNamesAreThoseOfFamiliesAndSamplesInBothFormats() {
    assertEquals(
        Set.of(
            "requests",
            "requests_total",
            "queue",
            "build",
            "build_info",
            "size_bytes",
            "size_bytes_count",
            "size_bytes_sum",
            "latency_seconds",
            "latency_seconds_bucket",
            "latency_seconds_count",
            "latency_seconds_sum"),
        new TreeSet<>(writer.names()));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void creationTimesAreLeftOut(Format format) throws IOException {
    assertEquals(-1, document(format).indexOf("_created"));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theReferenceParserFindsEverySample(Format format) throws Exception {
    byte[] document = document(format).getBytes(StandardCharsets.UTF_8);
    List<ReferenceParser.Sample> samples =
        ReferenceParser.ofThisMachine().parse(document, format).samples();
    assertEquals(3 + 2 + 2 * 5, samples.size(), samples::toString);
  }

  @Test
  void theReferenceParserFindsEveryFamilyWithItsType() throws Exception {
    byte[] document = document(Format.OPENMETRICS).getBytes(StandardCharsets.UTF_8);
    assertEquals(
        Set.of(
            new ReferenceParser.Family("requests", "counter", "Requests served."),
            new ReferenceParser.Family("queue", "gauge", "Requests waiting."),
            new ReferenceParser.Family("build_info", "gauge", "What runs."),
            new ReferenceParser.Family("size_bytes", "summary", "Sizes."),
            new ReferenceParser.Family("latency_seconds", "histogram", "Latencies.")),
        Set.copyOf(ReferenceParser.ofThisMachine().parse(document, Format.OPENMETRICS).families()));
  }

  @Test
  void promtoolFindsNothingWrong() throws Exception {
    Optional<Tool> promtool = Tool.onPath("promtool").findFirst();
    assumeTrue(promtool.isPresent(), "No promtool on the PATH; Debian's package is prometheus.");
    byte[] document = document(Format.TEXT).getBytes(StandardCharsets.UTF_8);
    assertEquals(new Tool.Outcome(0, ""), promtool.orElseThrow().run(document, "check", "metrics"));
  }

  private String document(Format format, String... names) throws IOException {
    BodyPool pool = new BodyPool();
    ByteSink sink = pool.takeSink();
    Encoder encoder = new Encoder(format, sink);
    writer.write(encoder, new FamilyChoice(Set.of(names)));
    encoder.end();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MetricsBody body = pool.finish(sink, format)) {
      body.writeTo(bytes);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
