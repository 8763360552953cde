package io.brokerscope.oracle;

import java.util.HashMap;
import java.util.Map;

/** Rewrites names in the form we make legal. */
final class LegalForms {
  private LegalForms() {}

  static Exposition withoutColons(Exposition upstream, Exposition ours) {
    return new Exposition(
        upstream.samples().stream().map(s -> s.withLabels(withoutColons(s.labels()))).toList());
  }

  private static Map<String, String> withoutColons(Map<String, String> labels) {
    Map<String, String> renamed = new HashMap<>();
    labels.forEach((name, value) -> renamed.put(name.replaceAll("[_:]+", "_"), value));
    return renamed;
  }

  static Exposition withoutLeadingRuns(Exposition upstream, Exposition ours) {
    return new Exposition(
        upstream.samples().stream()
            .map(s -> s.withName(s.name().replaceFirst("^__+", "_"), s.type()))
            .toList());
  }
}
