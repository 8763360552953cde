package io.brokerscope.exposition;

import io.brokerscope.exposition.ReferenceParser.Family;
import io.brokerscope.exposition.ReferenceParser.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document being written, and the samples that a parser must find in it. */
final class ExampleDocument {
  private final ByteSink sink = new ByteSink();
  private final Encoder encoder;
  private final List<Sample> samples = new ArrayList<>();

  ExampleDocument(Format format) {
    encoder = new Encoder(format, sink);
  }

  /** Every type, and the texts and numbers that are hard to write. */
  static ExampleDocument ofHardCases(Format format) {
    ExampleDocument document = new ExampleDocument(format);
    document.family(new FamilyHeader("requests_total", MetricType.COUNTER, "Requests \"served\"."));
    document.sample("requests_total", 3, "path", "C:\\temp\\new", "quoted", "\"yes\"");
    document.sample(
        "requests_total", Double.MAX_VALUE, "path", "two\nlines,{a=\"b\"}", "quoted", "");
    document.family(new FamilyHeader("queue", MetricType.GAUGE, ""));
    document.sample("queue", -2.5);
    document.family(
        new FamilyHeader("queue_total", MetricType.COUNTER, "Beside queue.")
            .withoutOpenMetricsCounter());
    document.sample("queue_total", 9_007_199_254_740_991L);
    document.family(new FamilyHeader("odd:name", MetricType.UNKNOWN, "Back\\slash\nand \\n."));
    document.sample("odd:name", Double.NaN, "city", "Zürich 漢字 😀");
    document.sample("odd:name", Double.POSITIVE_INFINITY, "city", "\\n");
    document.sample("odd:name", Double.NEGATIVE_INFINITY, "city", "\\");
    document.sample("odd:name", Double.MIN_VALUE, "city", "tab\tand return\r.");
    document.family(new FamilyHeader("time_seconds", MetricType.SUMMARY, "A summary."));
    document.sample("time_seconds", 0.25, "quantile", "0.5");
    document.sample("time_seconds", Double.NaN, "quantile", "0.999");
    document.sample("time_seconds_count", 12);
    document.sample("time_seconds_sum", 1.5e-7);
    document.family(new FamilyHeader("latency_seconds", MetricType.HISTOGRAM, "A histogram."));
    for (String broker : List.of("1", "2")) {
      document.sample("latency_seconds_bucket", 0, "broker", broker, "le", "0.005");
      document.sample("latency_seconds_bucket", 2, "broker", broker, "le", "1.0");
      document.sample("latency_seconds_bucket", 3, "broker", broker, "le", "+Inf");
      document.sample("latency_seconds_count", 3, "broker", broker);
      document.sample("latency_seconds_sum", 20.75, "broker", broker);
    }
    document.end();
    return document;
  }

  static List<Family> familiesOfHardCases() {
    return List.of(
        new Family("requests", "counter", "Requests \"served\"."),
        new Family("queue", "gauge", ""),
        new Family("queue_total", "unknown", "Beside queue."),
        new Family("odd:name", "unknown", "Back\\slash\nand \\n."),
        new Family("time_seconds", "summary", "A summary."),
        new Family("latency_seconds", "histogram", "A histogram."));
  }

  void family(FamilyHeader header) {
    encoder.family(header);
  }

  void sample(String name, double value, String... namesAndValues) {
    Labels.Builder labels = Labels.builder();
    Map<String, String> expected = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      labels.add(namesAndValues[i], namesAndValues[i + 1]);
      expected.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    if (encoder.sample(Series.of(name, labels.build()), value)) {
      samples.add(new Sample(name, expected, value));
    }
  }

  void end() {
    encoder.end();
  }

  List<Sample> samples() {
    return samples;
  }

  byte[] bytes() {
    return Arrays.copyOf(sink.array(), sink.sizeBytes());
  }
}
