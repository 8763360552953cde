package io.brokerscope.agent;

import java.io.IOException;
import java.util.Collections;

/** Applications for the agent to live in. They use nothing of ours. */
final class ChildPrograms {
  private ChildPrograms() {}

  /** Prints a line and ends. */
  static final class Hello {
    public static void main(String[] arguments) {
      System.out.println("hello");
    }
  }

  /** Fails at once, unless it is given arguments. */
  static final class Failing {
    public static void main(String[] arguments) {
      if (arguments.length == 0) {
        throw new IllegalStateException("the application's own failure");
      }
    }
  }

  /** Lives until its input ends, then names the threads that would keep the JVM alive. */
  static final class Waiting {
    public static void main(String[] arguments) throws IOException {
      System.out.println("waiting");
      while (System.in.read() >= 0) {
        // What is sent does not matter.
      }
      Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> !thread.isDaemon())
          .filter(thread -> thread != Thread.currentThread())
          .filter(thread -> thread.getThreadGroup().getParent() != null)
          .forEach(thread -> System.out.println("not a daemon: " + thread.getName()));
      System.out.println("done");
    }
  }

  /** Says which libraries it sees. */
  static final class WithLibraries {
    public static void main(String[] arguments) throws Exception {
      System.out.println("snakeyaml: " + origin("org.yaml.snakeyaml.Yaml"));
      System.out.println("simpleclient: " + origin("io.prometheus.client.Collector"));
      System.out.println("simpleclient's Info: " + origin("io.prometheus.client.Info"));
    }

    private static String origin(String className) throws IOException {
      ClassLoader loader = WithLibraries.class.getClassLoader();
      String resource = className.replace('.', '/') + ".class";
      int copies = Collections.list(loader.getResources(resource)).size();
      try {
        String path =
            Class.forName(className).getProtectionDomain().getCodeSource().getLocation().getPath();
        return copies + " copy, from " + path.substring(path.lastIndexOf('/') + 1);
      } catch (ClassNotFoundException e) {
        return "absent";
      }
    }
  }
}
