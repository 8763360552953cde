package io.brokerscope.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenMBeanAttributeInfoSupport;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.TabularData;

/** An MBean that says what a case wants it to say. Immutable. */
final class FixtureBean implements DynamicMBean {
  private final Map<String, Attr> attributes;

  /**
   * An attribute.
   *
   * @param declaredType the class its MBeanInfo names, which need not be the value's
   * @param description may be null
   * @param value may be null; a RuntimeException is thrown instead of returned
   */
  record Attr(String name, String declaredType, String description, Object value) {

    /** An attribute that declares what its value is. */
    static Attr of(String name, Object value) {
      return new Attr(name, typeOf(value), name, value);
    }

    /** Open types are declared as an MXBean declares them, unless there is no description. */
    MBeanAttributeInfo info() {
      Optional<OpenType<?>> openType = Optional.empty();
      if (value instanceof CompositeData composite) {
        openType = Optional.of(composite.getCompositeType());
      } else if (value instanceof TabularData table) {
        openType = Optional.of(table.getTabularType());
      }
      return openType.isPresent() && description != null && declaredType.equals(typeOf(value))
          ? new OpenMBeanAttributeInfoSupport(name, description, openType.get(), true, false, false)
          : new MBeanAttributeInfo(name, declaredType, description, true, false, false);
    }

    private static String typeOf(Object value) {
      if (value == null || value instanceof RuntimeException) {
        return Object.class.getName();
      }
      if (value instanceof CompositeData) {
        return CompositeData.class.getName();
      }
      return value instanceof TabularData
          ? TabularData.class.getName()
          : value.getClass().getName();
    }
  }

  /** An MBean and the name it is registered by. */
  record Named(ObjectName name, Object mbean) {
    static Named of(String name, Object mbean) {
      try {
        return new Named(new ObjectName(name), mbean);
      } catch (MalformedObjectNameException badFixture) {
        throw new IllegalArgumentException(badFixture);
      }
    }
  }

  FixtureBean(List<Attr> attributes) {
    this.attributes = new LinkedHashMap<>();
    attributes.forEach(a -> this.attributes.put(a.name(), a));
  }

  /** One attribute. */
  static FixtureBean of(String name, Object value) {
    return new FixtureBean(List.of(Attr.of(name, value)));
  }

  /** Two attributes. */
  static FixtureBean of(String name, Object value, String name2, Object value2) {
    return new FixtureBean(List.of(Attr.of(name, value), Attr.of(name2, value2)));
  }

  List<String> attributeNames() {
    return List.copyOf(attributes.keySet());
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    List<MBeanAttributeInfo> infos = new ArrayList<>();
    for (Attr attr : attributes.values()) {
      infos.add(attr.info());
    }
    return new MBeanInfo(
        getClass().getName(),
        "a fixture",
        infos.toArray(MBeanAttributeInfo[]::new),
        null,
        null,
        null);
  }

  @Override
  public Object getAttribute(String name) throws AttributeNotFoundException {
    Attr attr = attributes.get(name);
    if (attr == null) {
      throw new AttributeNotFoundException(name);
    }
    if (attr.value() instanceof RuntimeException failure) {
      throw failure;
    }
    return attr.value();
  }

  @Override
  public AttributeList getAttributes(String[] names) {
    AttributeList values = new AttributeList();
    for (String name : names) {
      Attr attr = attributes.get(name);
      if (attr != null && !(attr.value() instanceof RuntimeException)) {
        values.add(new Attribute(name, attr.value()));
      }
    }
    return values;
  }

  @Override
  public void setAttribute(Attribute attribute) {
    throw new UnsupportedOperationException("read-only");
  }

  @Override
  public AttributeList setAttributes(AttributeList ignored) {
    throw new UnsupportedOperationException("read-only");
  }

  @Override
  public Object invoke(String action, Object[] arguments, String[] signature) {
    throw new UnsupportedOperationException("no operations");
  }
}
