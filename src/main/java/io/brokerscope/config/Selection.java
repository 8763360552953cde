package io.brokerscope.config;

import java.util.List;
import java.util.Optional;
import javax.management.ObjectName;

/**
 * Which MBeans and attributes are looked at.
 *
 * @param include ObjectName patterns; absent means all, an empty list none
 * @param exclude ObjectName patterns, applied after the includes
 * @param excludeJvmMetrics leaves out the JVM's own MBean domains (unless an explicit include
 *     matches) and JVM metrics
 * @param attributes which attributes of the selected MBeans
 */
public record Selection(
    Optional<List<ObjectName>> include,
    List<ObjectName> exclude,
    boolean excludeJvmMetrics,
    Attributes attributes) {

  public Selection {
    include = include.map(List::copyOf);
    exclude = List.copyOf(exclude);
  }

  /**
   * Which attributes are looked at.
   *
   * @param include when not empty, an MBean that no filter's pattern matches yields nothing
   * @param exclude applied before the includes
   * @param autoExclude an attribute of a type that cannot become a number is not asked for again
   */
  public record Attributes(
      List<AttributeFilter> include, List<AttributeFilter> exclude, boolean autoExclude) {

    public Attributes {
      include = List.copyOf(include);
      exclude = List.copyOf(exclude);
    }
  }

  /**
   * Attributes of the MBeans that match a pattern.
   *
   * @param beans an ObjectName or ObjectName pattern
   * @param attributeGlobs attribute names in which {@code *} and {@code ?} are wildcards
   */
  public record AttributeFilter(ObjectName beans, List<String> attributeGlobs) {

    public AttributeFilter {
      attributeGlobs = List.copyOf(attributeGlobs);
    }
  }
}
