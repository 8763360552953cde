package io.brokerscope.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The live objects of a JVM.
 *
 * @param bytesByClass shallow sizes, by class name as the JVM prints it ({@code [B} is byte[])
 */
record HeapContent(Map<String, Long> bytesByClass) {

  /** Reads lines such as {@code 1: 12345 987654 java.lang.String (java.base@17)}. */
  static HeapContent parse(String histogram) {
    Map<String, Long> bytes = new HashMap<>();
    for (String line : histogram.lines().toList()) {
      List<String> fields = List.of(line.strip().split("\\s+"));
      if (fields.size() >= 4 && fields.get(0).endsWith(":")) {
        // Two class loaders may each have a class of one name.
        bytes.merge(fields.get(3), Long.valueOf(fields.get(2)), Long::sum);
      }
    }
    return new HeapContent(bytes);
  }

  long totalBytes() {
    return bytesByClass.values().stream().mapToLong(Long::longValue).sum();
  }

  /** By class, what there is more (or, negative, less) than before. */
  HeapContent growthSince(HeapContent before) {
    Map<String, Long> growth = new HashMap<>(bytesByClass);
    before.bytesByClass.forEach((name, bytes) -> growth.merge(name, -bytes, Long::sum));
    return new HeapContent(growth);
  }

  /** The classes with the most bytes, largest first. */
  List<Map.Entry<String, Long>> largest(int count) {
    return bytesByClass.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(count)
        .toList();
  }
}
