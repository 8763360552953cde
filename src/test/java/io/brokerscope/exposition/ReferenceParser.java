package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parsers of the formats' reference implementation, Python's prometheus_client; its OpenMetrics
 * parser is the strictest there is.
 */
public record ReferenceParser(Tool python, String script) {

  public record Family(String name, String type, String help) {}

  public record Sample(String name, Map<String, String> labels, double value) {}

  /** What a document says. */
  public record Document(List<Family> families, List<Sample> samples) {}

  /** The parser of this machine; without one the calling test is skipped. */
  public static ReferenceParser ofThisMachine() throws Exception {
    Optional<ReferenceParser> found = find();
    assumeTrue(
        found.isPresent(),
        "No python3 with prometheus_client on the PATH; Debian's package is"
            + " python3-prometheus-client.");
    return found.orElseThrow();
  }

  /** Fails when the parser refuses the document. */
  public Document parse(byte[] document, Format format) throws IOException, InterruptedException {
    Tool.Outcome outcome = python.run(document, script, format.name());
    assertEquals(
        0,
        outcome.exitCode(),
        () -> outcome.output() + "\nfor\n" + new String(document, StandardCharsets.UTF_8));
    List<Family> families = new ArrayList<>();
    List<Sample> samples = new ArrayList<>();
    for (String line : outcome.output().lines().toList()) {
      String[] fields = line.split("\t", -1);
      if (fields[0].equals("F")) {
        families.add(new Family(fields[1], fields[2], text(fields[3])));
      } else {
        samples.add(new Sample(fields[1], labels(fields), Double.parseDouble(number(fields[2]))));
      }
    }
    return new Document(families, samples);
  }

  private static Optional<ReferenceParser> find()
      throws URISyntaxException, IOException, InterruptedException {
    String script = Path.of(ReferenceParser.class.getResource("parse.py").toURI()).toString();
    for (Tool python : Tool.onPath("python3").toList()) {
      if (python.run(new byte[0], script).exitCode() == 0) {
        return Optional.of(new ReferenceParser(python, script));
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> labels(String[] fields) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = 3; i < fields.length; i += 2) {
      labels.put(fields[i], text(fields[i + 1]));
    }
    return labels;
  }

  private static String text(String hexadecimal) {
    return new String(HexFormat.of().parseHex(hexadecimal), StandardCharsets.UTF_8);
  }

  /** Python's names for what is no number, in Java's words. */
  private static String number(String python) {
    return python.replace("inf", "Infinity").replace("nan", "NaN");
  }
}
