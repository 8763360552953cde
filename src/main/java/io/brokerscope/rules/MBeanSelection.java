package io.brokerscope.rules;

import io.brokerscope.config.Selection;
import io.brokerscope.config.Selection.AttributeFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Which MBeans and attributes a configuration lets the rules see. Immutable. */
public final class MBeanSelection {
  /** What {@code excludeJvmMetrics} leaves out: the list of jmx_exporter's JmxScraper. */
  private static final Set<String> JVM_DOMAINS =
      Set.of(
          "com.sun.management",
          "com.sun.management.jmxremote",
          "java.lang",
          "java.nio",
          "java.util.logging",
          "javax.management",
          "javax.management.remote",
          "jdk.internal",
          "jdk.management",
          "jdk.management.jfr",
          "sun.management");

  /**
   * Never asked for, whatever the rules say: they are long, never a number, or walk the whole
   * flight recorder.
   */
  private static final ObjectName RUNTIME = objectName("java.lang:type=Runtime");

  private static final Set<String> RUNTIME_SKIPPED =
      Set.of("SystemProperties", "ClassPath", "BootClassPath", "LibraryPath");
  private static final ObjectName FLIGHT_RECORDER =
      objectName("jdk.management.jfr:type=FlightRecorder");

  private final Selection config;

  MBeanSelection(Selection config) {
    this.config = config;
  }

  /** Whether an MBean is looked at at all. */
  public boolean selects(ObjectName name) {
    if (name.equals(FLIGHT_RECORDER) || anyApplies(config.exclude(), name)) {
      return false;
    }
    if (config.include().isPresent()) {
      return anyApplies(config.include().get(), name);
    }
    return !config.excludeJvmMetrics() || !JVM_DOMAINS.contains(name.getDomain());
  }

  private static ObjectName objectName(String name) {
    try {
      return new ObjectName(name);
    } catch (MalformedObjectNameException impossible) {
      throw new IllegalArgumentException(name, impossible);
    }
  }

  private static boolean anyApplies(List<ObjectName> patterns, ObjectName name) {
    for (ObjectName pattern : patterns) {
      if (pattern.apply(name)) {
        return true;
      }
    }
    return false;
  }

  /** Which attributes of an MBean are looked at, by name. Made once an MBean. */
  public Predicate<String> attributesOf(ObjectName name) {
    Predicate<String> excluded = anyOf(globs(config.attributes().exclude(), name));
    if (name.equals(RUNTIME)) {
      excluded = excluded.or(RUNTIME_SKIPPED::contains);
    }
    Predicate<String> included =
        config.attributes().include().isEmpty()
            ? attribute -> true
            : anyOf(globs(config.attributes().include(), name));
    return included.and(excluded.negate());
  }

  /** Whether an attribute of a type that cannot become a number is not asked for again. */
  public boolean autoExclude() {
    return config.attributes().autoExclude();
  }

  private static List<String> globs(List<AttributeFilter> filters, ObjectName name) {
    List<String> globs = new ArrayList<>();
    for (AttributeFilter filter : filters) {
      if (filter.beans().apply(name)) {
        globs.addAll(filter.attributeGlobs());
      }
    }
    return globs;
  }

  private static Predicate<String> anyOf(List<String> globs) {
    if (globs.isEmpty()) {
      return attribute -> false;
    }
    List<Pattern> patterns = globs.stream().map(MBeanSelection::globPattern).toList();
    return attribute -> patterns.stream().anyMatch(p -> p.matcher(attribute).matches());
  }

  private static Pattern globPattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
