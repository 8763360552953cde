package io.brokerscope.oracle;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Takes {@code _objectname} away and keeps the first of what is then equal. */
final class FirstDuplicates {
  private static final String OBJECT_NAME = "_objectname";

  private FirstDuplicates() {}

  static Exposition rewrite(Exposition upstream, Exposition ours) {
    Map<String, List<Sample>> bySeries = new TreeMap<>();
    for (Sample sample : upstream.samples()) {
      bySeries
          .computeIfAbsent(withoutObjectName(sample).series(), s -> new ArrayList<>())
          .add(sample);
    }
    Map<String, Sample> oursBySeries = new HashMap<>();
    ours.samples().forEach(s -> oursBySeries.put(s.series(), s));
    List<Sample> first = new ArrayList<>();
    bySeries.forEach((series, equal) -> first.add(first(equal, oursBySeries.get(series))));
    return new Exposition(first);
  }

  static boolean isOne(Sample sample) {
    return sample.labels().containsKey(OBJECT_NAME);
  }

  static Sample withoutObjectName(Sample sample) {
    Map<String, String> labels = new HashMap<>(sample.labels());
    labels.remove(OBJECT_NAME);
    return sample.withLabels(labels);
  }

  /**
   * The sample of the first MBean. Where that MBean has several, they are in the order of their
   * attributes, which the line does not tell for sure; any of them will do.
   */
  private static Sample first(List<Sample> equal, Sample our) {
    if (equal.size() == 1) {
      return withoutObjectName(equal.get(0));
    }
    Map<ObjectName, List<Sample>> byBean = equal.stream().collect(groupingBy(s -> bean(s)));
    List<Sample> candidates =
        byBean.get(byBean.keySet().stream().min(Comparator.naturalOrder()).orElseThrow());
    return candidates.stream()
        .map(FirstDuplicates::withoutObjectName)
        .filter(s -> our != null && Double.compare(s.value(), our.value()) == 0)
        .findFirst()
        .orElseGet(() -> withoutObjectName(candidates.get(0)));
  }

  /**
   * The MBean of {@code domain<k=v, k2=v2><path>attribute}. The index columns of tables, which
   * stand among the properties too, are called {@code row} in all cases that come here.
   */
  private static ObjectName bean(Sample sample) {
    String line = sample.labels().get(OBJECT_NAME);
    String properties = line.substring(0, line.indexOf("><")).replaceAll(", row_*=[^,]*", "");
    String name = properties.replaceFirst("<", ":").replace(", ", ",");
    try {
      return new ObjectName(name);
    } catch (MalformedObjectNameException unexpected) {
      throw new IllegalStateException("no ObjectName in " + line, unexpected);
    }
  }
}
