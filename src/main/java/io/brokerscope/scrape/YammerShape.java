package io.brokerscope.scrape;

import javax.management.MBeanInfo;

/** Recognises the MBeans of Yammer's {@code JmxReporter} by their class. */
final class YammerShape {
  private static final String REPORTER = "com.yammer.metrics.reporting.JmxReporter$";

  private YammerShape() {}

  static boolean isYammer(MBeanInfo info) {
    return info.getClassName().startsWith(REPORTER);
  }

  /** A histogram, or a timer, which has one inside. */
  static boolean isHistogram(MBeanInfo info) {
    return info.getClassName().equals(REPORTER + "Histogram") || isTimer(info);
  }

  static boolean isTimer(MBeanInfo info) {
    return info.getClassName().equals(REPORTER + "Timer");
  }
}
