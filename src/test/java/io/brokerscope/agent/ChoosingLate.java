package io.brokerscope.agent;

import java.lang.management.ManagementFactory;
import java.util.logging.LogManager;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/**
 * An application that chooses its log manager and MBean server late, as application servers do, and
 * uses both. Public, because the JDK makes what was chosen.
 */
public final class ChoosingLate {
  private ChoosingLate() {}

  /** The chosen log manager. */
  public static final class ChosenLogManager extends LogManager {}

  /** The chosen maker of MBean servers. */
  public static final class ChosenBuilder extends MBeanServerBuilder {
    private static volatile boolean used;

    @Override
    public MBeanServer newMBeanServer(
        String defaultDomain, MBeanServer outer, MBeanServerDelegate delegate) {
      used = true;
      return super.newMBeanServer(defaultDomain, outer, delegate);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Thread.sleep(300);
    System.setProperty("java.util.logging.manager", ChosenLogManager.class.getName());
    System.setProperty("javax.management.builder.initial", ChosenBuilder.class.getName());
    System.out.println("log manager: " + LogManager.getLogManager().getClass().getSimpleName());
    int beans = ManagementFactory.getPlatformMBeanServer().getMBeanCount();
    System.out.println("builder used: " + (ChosenBuilder.used && beans > 0));
    ChildPrograms.Waiting.main(arguments);
  }
}
