package io.brokerscope.bench;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Tells on standard error what is going on: a measurement takes many minutes. */
final class Progress {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Progress() {}

  static void say(String line) {
    PrintStream err = System.err;
    err.println(LocalTime.now(ZoneId.systemDefault()).format(TIME) + " " + line);
  }
}
