package io.brokerscope.demo.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small process that outlives its parent by a moment: when its standard input ends, because the
 * parent closed it or died in whatever way, it kills the processes it was told of and deletes their
 * folder.
 */
final class Reaper implements AutoCloseable {

  /** Enough to delete the files of 15,000 logs on a busy disk. */
  private static final long CLEAN_UP_SECONDS = 120;

  private final Process process;
  private final Writer pids;

  private Reaper(Process process) {
    this.process = process;
    this.pids = process.outputWriter(StandardCharsets.US_ASCII);
  }

  static Reaper start(Path folder) throws IOException {
    List<String> command =
        List.of(
            JavaCommand.path(),
            "-Xmx16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            ownClasses().toString(),
            ReaperMain.class.getName(),
            folder.toString());
    return new Reaper(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** From now on the process does not outlive this JVM. */
  void adopt(Process child) throws IOException {
    pids.write(child.pid() + "\n");
    pids.flush();
  }

  /** Returns when the adopted processes are dead and the folder is gone. */
  @Override
  public void close() {
    try {
      process.outputWriter(StandardCharsets.US_ASCII).close();
      if (!process.waitFor(CLEAN_UP_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "process %d did not kill the nodes and delete their folder within %d s"
                .formatted(process.pid(), CLEAN_UP_SECONDS));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      // The reaper goes on by itself: its input is closed.
      Thread.currentThread().interrupt();
    }
  }

  private static Path ownClasses() {
    try {
      return Path.of(ReaperMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
