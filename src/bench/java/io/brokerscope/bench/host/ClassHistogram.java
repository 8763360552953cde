package io.brokerscope.bench.host;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** The JVM's own count of the live objects, as {@code jcmd GC.class_histogram} prints it. */
final class ClassHistogram {
  private ClassHistogram() {}

  /** Collects all garbage first; takes seconds on a large heap. */
  static String ofLiveObjects() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException("this JVM has no diagnostic command gcClassHistogram", e);
    }
  }
}
