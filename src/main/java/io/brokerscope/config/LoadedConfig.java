package io.brokerscope.config;

import java.util.List;

/**
 * A configuration file that can be used.
 *
 * @param config with every default filled in
 * @param warnings one line each, {@code file:line:column: …}, in the order they were noticed; empty
 *     if nothing is odd
 */
public record LoadedConfig(ExporterConfig config, List<String> warnings) {

  public LoadedConfig {
    warnings = List.copyOf(warnings);
  }
}
