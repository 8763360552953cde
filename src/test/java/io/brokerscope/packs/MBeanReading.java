package io.brokerscope.packs;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.rmi.UnmarshalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * All MBeans of a process, read over JMX from outside: nothing of it has gone through the agent.
 *
 * @param beans by name
 */
record MBeanReading(List<LiveMBean> beans) {
  /** Reading its attributes walks all event types of the flight recorder, and no pack wants any. */
  private static final String FLIGHT_RECORDER = "jdk.management.jfr";

  @SuppressWarnings("BanJNDI") // The other side is a process that the tests started.
  static MBeanReading of(LiveProcess process) throws Exception {
    try (JMXConnector connector = JMXConnectorFactory.connect(address(process.pid()))) {
      return read(connector.getMBeanServerConnection());
    }
  }

  /** The same MBeans, renamed. */
  MBeanReading renamed(UnaryOperator<ObjectName> names) {
    return new MBeanReading(beans.stream().map(b -> b.named(names.apply(b.name()))).toList());
  }

  private static JMXServiceURL address(long pid) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
    try {
      return new JMXServiceURL(machine.startLocalManagementAgent());
    } finally {
      machine.detach();
    }
  }

  private static MBeanReading read(MBeanServerConnection server) throws IOException, JMException {
    List<LiveMBean> beans = new ArrayList<>();
    for (ObjectName name : new TreeSet<>(server.queryNames(null, null))) {
      if (!name.getDomain().equals(FLIGHT_RECORDER)) {
        try {
          beans.add(read(server, name));
        } catch (InstanceNotFoundException gone) {
          // MBeans of clients and topics come and go while this loop runs.
        }
      }
    }
    return new MBeanReading(List.copyOf(beans));
  }

  private static LiveMBean read(MBeanServerConnection server, ObjectName name)
      throws IOException, JMException {
    MBeanInfo info = server.getMBeanInfo(name);
    List<String> readable =
        Arrays.stream(info.getAttributes())
            .filter(MBeanAttributeInfo::isReadable)
            .map(MBeanAttributeInfo::getName)
            .toList();
    Map<String, Object> values = new TreeMap<>();
    try {
      addValues(server, name, readable, values);
    } catch (UnmarshalException classOfTheProcess) {
      for (String attribute : readable) {
        try {
          addValues(server, name, List.of(attribute), values);
        } catch (UnmarshalException unknownHere) {
          // An object of a class that only the process has is no number and no text.
        }
      }
    }
    return new LiveMBean(name, info.getClassName(), values);
  }

  private static void addValues(
      MBeanServerConnection server,
      ObjectName name,
      List<String> attributes,
      Map<String, Object> values)
      throws IOException, JMException {
    for (Attribute read : server.getAttributes(name, attributes.toArray(String[]::new)).asList()) {
      if (read.getValue() != null) {
        values.put(read.getName(), read.getValue());
      }
    }
  }
}
