package io.brokerscope.demo.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/**
 * What a {@link Reaper} runs. Reads one process id per line; argument: the folder to delete at the
 * end.
 */
final class ReaperMain {

  private static final int ATTEMPTS = 100;
  private static final long PAUSE_MILLIS = 100;

  private ReaperMain() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<ProcessHandle> processes = new CopyOnWriteArrayList<>();
    // A hook, because Ctrl-C reaches this process as well as its parent.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(processes, folder), "clean-up"));
    try (var pids =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      pids.lines()
          .map(Long::valueOf)
          .forEach(pid -> ProcessHandle.of(pid).ifPresent(processes::add));
    }
  }

  private static void cleanUp(List<ProcessHandle> processes, Path folder) {
    processes.forEach(ProcessHandle::destroyForcibly);
    repeatUntil(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    repeatUntil(() -> deleted(folder));
  }

  private static void repeatUntil(BooleanSupplier done) {
    for (int attempt = 0; attempt < ATTEMPTS && !done.getAsBoolean(); attempt++) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static boolean deleted(Path folder) {
    if (!Files.exists(folder)) {
      return true;
    }
    try {
      // Not collected first: the logs of a large cluster are more files than this JVM has room for.
      Files.walkFileTree(folder, new Deleter());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static final class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
