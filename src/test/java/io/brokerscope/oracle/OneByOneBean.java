package io.brokerscope.oracle;

import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanInfo;

/** An MBean that can be asked for one attribute at a time only, as some old ones are. */
final class OneByOneBean implements DynamicMBean {
  private final FixtureBean attributes = FixtureBean.of("Zone", "eu", "N", 1);

  @Override
  public AttributeList getAttributes(String[] names) {
    throw new UnsupportedOperationException("one by one, please");
  }

  @Override
  public Object getAttribute(String name) throws AttributeNotFoundException {
    return attributes.getAttribute(name);
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    return attributes.getMBeanInfo();
  }

  @Override
  public void setAttribute(Attribute attribute) {
    attributes.setAttribute(attribute);
  }

  @Override
  public AttributeList setAttributes(AttributeList values) {
    return attributes.setAttributes(values);
  }

  @Override
  public Object invoke(String action, Object[] arguments, String[] signature) {
    return attributes.invoke(action, arguments, signature);
  }
}
