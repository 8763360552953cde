package io.brokerscope.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files of the shapes that are in use with jmx_exporter, beside one that has every key. */
final class Fixture {
  /** Those that jmx_exporter loads without remote JMX. */
  static final List<String> IN_USE =
      List.of(
          "kafka-broker.yml",
          "kafka-connect.yml",
          "kafka-streams.yml",
          "servlet-container.yml",
          "misplaced-key.yml");

  private Fixture() {}

  static String text(String name) {
    try (InputStream in = Fixture.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("cannot read the fixture " + name, e);
    }
  }
}
