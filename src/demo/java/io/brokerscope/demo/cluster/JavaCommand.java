package io.brokerscope.demo.cluster;

import java.nio.file.Path;

/** The java program that runs this JVM; its children run the same. */
public final class JavaCommand {

  private JavaCommand() {}

  public static String path() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
