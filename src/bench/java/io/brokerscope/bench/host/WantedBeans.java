package io.brokerscope.bench.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;

/**
 * Decides which attributes the rules expose, by the patterns alone and independently of the agent's
 * planner: the first pattern found in {@code domain<k=v, k2=v2><>attribute: value}.
 */
final class WantedBeans {
  private final MBeanServer server;
  private final List<Pattern> patterns;

  WantedBeans(MBeanServer server, List<Pattern> patterns) {
    this.server = server;
    this.patterns = patterns;
  }

  /** The attributes of each MBean that has some, as {@code getAttributes} takes them. */
  Map<ObjectName, String[]> find() throws JMException {
    Map<ObjectName, String[]> wanted = new LinkedHashMap<>();
    for (ObjectName name : server.queryNames(null, null)) {
      List<String> attributes = attributes(name);
      if (!attributes.isEmpty()) {
        wanted.put(name, attributes.toArray(String[]::new));
      }
    }
    return wanted;
  }

  private List<String> attributes(ObjectName name) throws JMException {
    List<String> wanted = new ArrayList<>();
    String head =
        name.getDomain() + '<' + name.getKeyPropertyListString().replace(",", ", ") + "><>";
    try {
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
        if (attribute.isReadable() && isWanted(name, head, attribute.getName())) {
          wanted.add(attribute.getName());
        }
      }
    } catch (InstanceNotFoundException gone) {
      return List.of();
    }
    return isEmptyHistogram(name, wanted)
        ? wanted.stream().filter(attribute -> !isPercentile(attribute)).toList()
        : wanted;
  }

  private boolean isWanted(ObjectName name, String head, String attribute) throws JMException {
    // The values are looked at last: some are dear, and some beans throw.
    String line = head + attribute + ": ";
    return patterns.stream().anyMatch(pattern -> pattern.matcher(line).find())
        && isNumber(name, attribute);
  }

  private boolean isNumber(ObjectName name, String attribute) throws JMException {
    try {
      Object value = server.getAttribute(name, attribute);
      return value instanceof Number || value instanceof Boolean;
    } catch (RuntimeMBeanException unreadable) {
      return false;
    }
  }

  /** A histogram that has recorded nothing has no quantiles, and the agent exposes none. */
  private boolean isEmptyHistogram(ObjectName name, List<String> wanted) throws JMException {
    return wanted.stream().anyMatch(WantedBeans::isPercentile)
        && server.getAttributes(name, new String[] {"Count"}).asList().stream()
            .map(Attribute::getValue)
            .anyMatch(count -> ((Number) count).longValue() == 0);
  }

  private static boolean isPercentile(String attribute) {
    return attribute.endsWith("thPercentile");
  }
}
