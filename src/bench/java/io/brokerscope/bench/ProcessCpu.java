package io.brokerscope.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The CPU time of a whole process: Java threads, garbage collector and compiler.
 *
 * @param tasks the folder /proc/PID/task
 */
record ProcessCpu(Path tasks) {

  static ProcessCpu of(long pid) {
    return new ProcessCpu(Path.of("/proc", Long.toString(pid), "task"));
  }

  /** Since each live thread started, in ns: the first field of Linux's schedstat. */
  long nanos() throws IOException {
    try (Stream<Path> threads = Files.list(tasks)) {
      return threads.mapToLong(ProcessCpu::threadNanos).sum();
    }
  }

  private static long threadNanos(Path thread) {
    try {
      String schedstat = Files.readString(thread.resolve("schedstat"));
      return Long.parseLong(schedstat, 0, schedstat.indexOf(' '), 10);
    } catch (NoSuchFileException ended) {
      return 0;
    } catch (IOException e) {
      // ESRCH: the thread ended between open and read.
      if (Files.exists(thread)) {
        throw new UncheckedIOException(e);
      }
      return 0;
    }
  }
}
