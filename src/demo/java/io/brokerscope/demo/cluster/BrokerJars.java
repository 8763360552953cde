package io.brokerscope.demo.cluster;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/**
 * The jars and the logging configuration of one Kafka version, as src/brokers/resolve.xml laid them
 * out.
 *
 * @param version of Kafka, such as 4.3.1
 * @param folder holds the jars, log4j2.xml (Kafka 4) and log4j.properties (Kafka 3)
 * @param plugIns jars or folders of classes that Kafka's settings may name
 */
public record BrokerJars(String version, Path folder, List<Path> plugIns) {

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
    return new BrokerJars(version, folder.toAbsolutePath(), List.of());
  }

  public BrokerJars withPlugIns(Path... jarsOrFolders) {
    return new BrokerJars(version, folder, List.of(jarsOrFolders));
  }

  /**
   * The folder itself comes first: the logging libraries look for their configuration on the class
   * path.
   */
  public String classPath() {
    StringJoiner path = new StringJoiner(File.pathSeparator);
    path.add(folder.toString()).add(folder.resolve("*").toString());
    plugIns.forEach(plugIn -> path.add(plugIn.toString()));
    return path.toString();
  }
}
