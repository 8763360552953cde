package io.brokerscope.bench.host;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The least that reading through JMX costs: {@code getAttributes} of exactly the attributes that
 * the rules expose, decided once, with no output. Passes run on a thread of their own.
 */
final class JmxFloor {
  private final Path patternFile;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "bench-floor");
            made.setDaemon(true);
            return made;
          });
  private Map<ObjectName, String[]> plan = Map.of(); // used on the thread only

  JmxFloor(Path patternFile) {
    this.patternFile = patternFile;
  }

  /** Decides what is read from now on: of the MBeans that exist now. */
  int prepare() {
    return onThread(this::decide);
  }

  /** Reads everything once and returns the number of values. */
  int pass() {
    return onThread(this::read);
  }

  private int onThread(Callable<Integer> work) {
    try {
      return thread.submit(work).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the floor could not be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the floor was read", e);
    }
  }

  private int decide() throws IOException, JMException {
    List<Pattern> patterns =
        Files.readAllLines(patternFile).stream().map(Pattern::compile).toList();
    plan = new WantedBeans(ManagementFactory.getPlatformMBeanServer(), patterns).find();
    return plan.size();
  }

  private int read() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    int values = 0;
    for (Map.Entry<ObjectName, String[]> bean : plan.entrySet()) {
      try {
        values += server.getAttributes(bean.getKey(), bean.getValue()).size();
      } catch (InstanceNotFoundException gone) {
        // Those of connections come and go.
      }
    }
    return values;
  }
}
