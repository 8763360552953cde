package io.brokerscope.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives back to jmx_exporter's names the suffixes that it strips. */
final class KeptNames {
  /** What PrometheusNaming of client_java 1.4 strips, as often as it occurs. */
  private static final Pattern STRIPPED = Pattern.compile("(_total|_created|_bucket|_info)+");

  private KeptNames() {}

  /**
   * A sample gets a suffix only if we have one with that suffix and otherwise the same, and not
   * without. What jmx_exporter merged by stripping is of unknown type there and has its own here.
   */
  static Exposition rewrite(Exposition upstream, Exposition ours) {
    Set<String> restored = new HashSet<>();
    List<Sample> renamed = new ArrayList<>();
    for (Sample sample : upstream.samples()) {
      Optional<Sample> stripped = strippedFrom(sample, ours);
      stripped.ifPresent(s -> restored.add(sample.name()));
      renamed.add(stripped.map(s -> sample.withName(s.name(), typeOf(sample, s))).orElse(sample));
    }
    return new Exposition(
        renamed.stream().map(s -> restored.contains(s.name()) ? unmerged(s, ours) : s).toList());
  }

  private static Optional<Sample> strippedFrom(Sample sample, Exposition ours) {
    if (find(sample, sample.name(), ours).isPresent()) {
      return Optional.empty();
    }
    String stripped =
        sample.type().equals("counter") ? sample.name().replaceFirst("_total$", "") : sample.name();
    List<Sample> suffixed =
        ours.samples().stream()
            .filter(s -> s.name().startsWith(stripped))
            .filter(s -> STRIPPED.matcher(s.name().substring(stripped.length())).matches())
            .filter(s -> sameLabels(sample, s))
            .toList();
    // The value of one that lost its series to another is not among ours.
    return suffixed.stream()
        .filter(s -> sameValue(sample, s))
        .findFirst()
        .or(() -> FirstDuplicates.isOne(sample) ? suffixed.stream().findFirst() : Optional.empty());
  }

  private static Optional<Sample> find(Sample sample, String name, Exposition ours) {
    return ours.samples().stream()
        .filter(s -> s.name().equals(name) && sameLabels(sample, s) && sameValue(sample, s))
        .findFirst();
  }

  private static boolean sameLabels(Sample upstream, Sample our) {
    return FirstDuplicates.withoutObjectName(upstream).labels().equals(our.labels());
  }

  private static boolean sameValue(Sample upstream, Sample our) {
    return Double.compare(upstream.value(), our.value()) == 0;
  }

  private static String typeOf(Sample upstream, Sample our) {
    return upstream.type().equals("untyped") ? our.type() : upstream.type();
  }

  private static Sample unmerged(Sample sample, Exposition ours) {
    return find(sample, sample.name(), ours)
        .map(s -> sample.withName(sample.name(), typeOf(sample, s)))
        .orElse(sample);
  }
}
