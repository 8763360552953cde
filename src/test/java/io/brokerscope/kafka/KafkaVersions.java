package io.brokerscope.kafka;

import java.util.stream.Stream;

/** The versions under test: the default, the newest, and the last that spoke ZooKeeper. */
final class KafkaVersions {

  private KafkaVersions() {}

  static Stream<String> all() {
    return Stream.of("4.3.1", "4.4.0", "3.9.2");
  }
}
