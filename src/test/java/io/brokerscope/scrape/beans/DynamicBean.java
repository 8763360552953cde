package io.brokerscope.scrape.beans;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.MBeanInfo;

/** An MBean whose attributes a test chooses, and which counts how often each was read. */
public final class DynamicBean implements DynamicMBean {
  private final Map<String, Attributes> attributes =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private volatile boolean refusesLists;
  private volatile String className = DynamicBean.class.getName();

  private record Attributes(String type, Callable<?> getter, AtomicInteger reads) {}

  /** Adds or replaces an attribute that is declared an Object, as Yammer's gauges are. */
  public DynamicBean with(String name, Callable<?> getter) {
    return with(name, "java.lang.Object", getter);
  }

  public DynamicBean with(String name, Object value) {
    return with(name, () -> value);
  }

  public DynamicBean with(String name, String declaredType, Callable<?> getter) {
    attributes.put(name, new Attributes(declaredType, getter, new AtomicInteger()));
    return this;
  }

  /** From now on the attribute is declared but cannot be found, and not declared to new askers. */
  public void remove(String name) {
    attributes.remove(name);
  }

  /** Questions for several attributes at once fail as a whole. */
  public DynamicBean refusingLists() {
    refusesLists = true;
    return this;
  }

  /** Passes itself off as an MBean of another class. */
  public DynamicBean ofClass(String name) {
    className = name;
    return this;
  }

  /** How often an attribute was read. */
  public int reads(String name) {
    return attributes.get(name).reads().get();
  }

  @Override
  public Object getAttribute(String name) throws AttributeNotFoundException, MBeanException {
    Attributes attribute = attributes.get(name);
    if (attribute == null) {
      throw new AttributeNotFoundException(name);
    }
    attribute.reads().incrementAndGet();
    try {
      return attribute.getter().call();
    } catch (RuntimeException unchecked) {
      throw unchecked;
    } catch (Exception checked) {
      throw new MBeanException(checked);
    }
  }

  @Override
  public AttributeList getAttributes(String[] names) {
    if (refusesLists) {
      throw new UnsupportedOperationException("one at a time, please");
    }
    AttributeList values = new AttributeList();
    for (String name : names) {
      try {
        values.add(new Attribute(name, getAttribute(name)));
      } catch (AttributeNotFoundException | MBeanException | RuntimeException left) {
        // What cannot be read is left out, as the interface demands.
      }
    }
    return values;
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    MBeanAttributeInfo[] infos;
    synchronized (attributes) {
      infos =
          attributes.entrySet().stream()
              .map(
                  e ->
                      new MBeanAttributeInfo(
                          e.getKey(), e.getValue().type(), null, true, false, false))
              .toArray(MBeanAttributeInfo[]::new);
    }
    return new MBeanInfo(className, null, infos, null, null, null);
  }

  @Override
  public void setAttribute(Attribute attribute) {
    throw new UnsupportedOperationException();
  }

  @Override
  public AttributeList setAttributes(AttributeList values) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object invoke(String operation, Object[] arguments, String[] signature) {
    throw new UnsupportedOperationException();
  }
}
