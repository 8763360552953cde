package io.brokerscope.config;

import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads configuration files: those of jmx_exporter 0.20 and 1.x, and the keys added here.
 *
 * <p>{@code ${NAME}} and {@code ${NAME:-default}} in a string value stand for an environment
 * variable, except where a rule means one of its pattern's groups: {@link EnvironmentText} has the
 * exact rule.
 *
 * <p>{@code scrapeTimeoutSeconds} is 30 when absent; jmx_exporter has no limit then.
 */
public final class ConfigReader {
  private final boolean strict;
  private final Function<String, String> environment;

  /**
   * @param strict turns every warning into an error
   * @param environment a variable's value by its name, null if it is not set; {@code
   *     System::getenv} in earnest
   */
  public ConfigReader(boolean strict, Function<String, String> environment) {
    this.strict = strict;
    this.environment = environment;
  }

  /**
   * Reads one file. An empty file is the default configuration.
   *
   * @param fileName as the user wrote it; errors and warnings begin with it
   * @param yaml the file's content, UTF-8, at most 1 MiB
   * @throws ConfigException whose message is one line, {@code file:line:column: key.path: found …,
   *     expected …; …}
   */
  public LoadedConfig read(String fileName, byte[] yaml) throws ConfigException {
    Source source = new Source(fileName, strict, environment);
    String text = new YamlText(source).decode(yaml);
    Optional<Node> root = new YamlDocument(source, true).compose(text);
    ExporterConfig config =
        root.isPresent()
            ? TopLevelReader.read(new Value(source, KeyPath.ROOT, root.get()))
            : TopLevelReader.read(Section.empty(source));
    return new LoadedConfig(config, source.warnings());
  }
}
