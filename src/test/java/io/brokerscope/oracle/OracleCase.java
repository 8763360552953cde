package io.brokerscope.oracle;

import static java.util.stream.Collectors.joining;

import io.brokerscope.oracle.FixtureBean.Named;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * A configuration and MBeans for both sides to read.
 *
 * @param name what the case says
 * @param rules YAML; unless it selects ObjectNames itself, the beans' domains are selected
 */
record OracleCase(String name, String rules, List<Named> beans) {

  OracleCase(String name, String rules) {
    this(name, rules, List.of());
  }

  OracleCase with(String objectName, Object bean) {
    List<Named> more = new ArrayList<>(beans);
    more.add(Named.of(objectName, bean));
    return new OracleCase(name, rules, List.copyOf(more));
  }

  /** The same with further top-level keys. */
  OracleCase withYaml(String more) {
    return new OracleCase(name, rules + "\n" + more, beans);
  }

  /** The same without these attributes: bean to attribute names. */
  OracleCase without(Map<ObjectName, List<String>> attributes) {
    return withYaml("excludeObjectNameAttributes: " + flow(attributes));
  }

  /** The same with nothing but these attributes. */
  OracleCase only(Map<ObjectName, List<String>> attributes) {
    return withYaml("includeObjectNameAttributes: " + flow(attributes));
  }

  private static String flow(Map<ObjectName, List<String>> attributes) {
    return attributes.entrySet().stream()
        .map(
            e ->
                quoted(e.getKey().toString())
                    + ": "
                    + e.getValue().stream().map(OracleCase::quoted).toList())
        .collect(joining(", ", "{", "}"));
  }

  /** The whole configuration. */
  String yaml() {
    if (rules.contains("ObjectNames:")) {
      return rules;
    }
    Set<String> domains = new TreeSet<>();
    beans.forEach(b -> domains.add(b.name().getDomain()));
    String include = domains.stream().map(d -> quoted(d + ":*")).collect(joining(", "));
    return "includeObjectNames: [" + include + "]\n" + rules;
  }

  /** A YAML scalar that means exactly this text. */
  static String quoted(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  Exposition upstream() {
    return whileRegistered(() -> Upstream.load(yaml()).scrape());
  }

  /** Whether jmx_exporter fails as a whole or loses MBeans to one of them. */
  boolean upstreamFails() {
    return whileRegistered(() -> Upstream.load(yaml()).fails());
  }

  /** What two passes one after the other give. */
  List<Exposition> oursTwice() {
    return whileRegistered(() -> Ours.scrapeTwice(yaml()));
  }

  /** What the first pass gives. */
  Exposition ours() {
    return oursTwice().get(0);
  }

  private <T> T whileRegistered(Reading<T> reading) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    List<Named> registered = new ArrayList<>();
    try {
      for (Named bean : beans) {
        server.registerMBean(bean.mbean(), bean.name());
        registered.add(bean);
      }
      return reading.read();
    } catch (Exception failed) {
      throw new IllegalStateException("case \"" + name + "\" could not be read", failed);
    } finally {
      registered.forEach(bean -> unregister(server, bean));
    }
  }

  private static void unregister(MBeanServer server, Named bean) {
    try {
      server.unregisterMBean(bean.name());
    } catch (JMException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  private interface Reading<T> {
    T read() throws Exception;
  }

  @Override
  public String toString() {
    return name;
  }
}
