package io.brokerscope.demo.cluster;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The jars and the logging configuration of one Kafka version, as src/brokers/resolve.xml laid them
 * out.
 *
 * @param version of Kafka, such as 4.3.1
 * @param folder holds the jars, log4j2.xml (Kafka 4) and log4j.properties (Kafka 3)
 */
public record BrokerJars(String version, Path folder) {

  /** The system property that names the folder with one subfolder per version. */
  static final String BROKERS_PROPERTY = "brokerscope.brokers";

  public static BrokerJars of(String version) {
    Path folder =
        Path.of(System.getProperty(BROKERS_PROPERTY, "target/brokers"), "kafka-" + version);
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          "no Kafka %s in %s: expected its jars there; run mvn pre-integration-test, or add src/brokers/kafka-%s/pom.xml"
              .formatted(version, folder.toAbsolutePath(), version));
    }
    return new BrokerJars(version, folder.toAbsolutePath());
  }

  /**
   * The folder itself comes first: the logging libraries look for their configuration on the class
   * path.
   */
  public String classPath() {
    return folder + File.pathSeparator + folder.resolve("*");
  }
}
