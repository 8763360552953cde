package io.brokerscope.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the document: the keys at its top level, and through the other readers what is below them.
 */
final class TopLevelReader {
  private static final int DEFAULT_SCRAPE_TIMEOUT_SECONDS = 30;
  private static final int DEFAULT_MAX_SERIES = 200_000;

  private static final List<String> KEYS =
      List.of(
          "startDelaySeconds",
          "scrapeTimeoutSeconds",
          "lowercaseOutputName",
          "lowercaseOutputLabelNames",
          "inferCounterTypeFromName",
          "omitEmptyHistograms",
          "limits",
          "includeObjectNames",
          "whitelistObjectNames",
          "excludeObjectNames",
          "blacklistObjectNames",
          "excludeJvmMetrics",
          "includeObjectNameAttributes",
          "excludeObjectNameAttributes",
          "autoExcludeObjectNameAttributes",
          "rules",
          "metricCustomizers",
          "httpServer",
          "ssl",
          "openTelemetry",
          "hostPort",
          "jmxUrl",
          "username",
          "password");

  private static final String NO_REMOTE_JMX =
      "no remote JMX; remove the key and run the agent inside the JVM that has the MBeans";

  private static final List<Unsupported> UNSUPPORTED =
      List.of(
          new Unsupported("hostPort", NO_REMOTE_JMX),
          new Unsupported("jmxUrl", NO_REMOTE_JMX),
          new Unsupported("username", NO_REMOTE_JMX),
          new Unsupported("password", NO_REMOTE_JMX),
          new Unsupported(
              "httpServer",
              "no HTTP settings; remove the key and give host and port in the agent's argument"),
          new Unsupported("ssl", "false or no TLS settings; remove the key"),
          new Unsupported(
              "openTelemetry",
              "no OpenTelemetry settings; remove the key and let Prometheus scrape the agent"));

  private record Unsupported(String key, String expected) {}

  private TopLevelReader() {}

  static ExporterConfig read(Value document) throws ConfigException {
    return read(document.section(KEYS));
  }

  static ExporterConfig read(Section top) throws ConfigException {
    refuseUnsupported(top);
    return new ExporterConfig(
        timing(top), output(top), SelectionReader.read(top), rules(top), customizers(top));
  }

  private static void refuseUnsupported(Section top) throws ConfigException {
    for (Unsupported unsupported : UNSUPPORTED) {
      if (top.find(unsupported.key()).isPresent() && !isSslTurnedOff(top, unsupported.key())) {
        throw top.source()
            .error(
                top.keyLocation(unsupported.key()),
                KeyPath.ROOT.key(unsupported.key()),
                "found a key that is not supported yet, expected " + unsupported.expected());
      }
    }
  }

  /**
   * {@code ssl: false} asks for nothing, and many files that were copied from an example have it.
   */
  private static boolean isSslTurnedOff(Section top, String key) {
    return key.equals("ssl")
        && top.find(key).flatMap(Value::scalar).filter(Boolean.FALSE::equals).isPresent();
  }

  private static ExporterConfig.Timing timing(Section top) throws ConfigException {
    return new ExporterConfig.Timing(
        top.integer("startDelaySeconds", 0, 0),
        top.integer("scrapeTimeoutSeconds", 1, DEFAULT_SCRAPE_TIMEOUT_SECONDS));
  }

  private static ExporterConfig.Output output(Section top) throws ConfigException {
    return new ExporterConfig.Output(
        top.flag("lowercaseOutputName", false),
        top.flag("lowercaseOutputLabelNames", false),
        top.flag("inferCounterTypeFromName", false),
        top.flag("omitEmptyHistograms", false),
        maxSeries(top));
  }

  private static int maxSeries(Section top) throws ConfigException {
    Optional<Value> limits = top.find("limits");
    if (limits.isEmpty()) {
      return DEFAULT_MAX_SERIES;
    }
    return limits.get().section(List.of("maxSeries")).integer("maxSeries", 1, DEFAULT_MAX_SERIES);
  }

  private static List<RuleConfig> rules(Section top) throws ConfigException {
    Optional<Value> rules = top.find("rules");
    if (rules.isEmpty()) {
      return List.of(RuleReader.matchAll(top.source().start()));
    }
    List<RuleConfig> read = new ArrayList<>();
    for (Value rule : rules.get().items()) {
      read.add(RuleReader.read(rule));
    }
    return read;
  }

  private static List<CustomizerConfig> customizers(Section top) throws ConfigException {
    Optional<Value> customizers = top.find("metricCustomizers");
    if (customizers.isEmpty()) {
      return List.of();
    }
    List<CustomizerConfig> read = new ArrayList<>();
    for (Value customizer : customizers.get().items()) {
      read.add(CustomizerReader.read(customizer));
    }
    return read;
  }
}
