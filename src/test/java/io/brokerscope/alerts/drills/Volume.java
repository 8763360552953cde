package io.brokerscope.alerts.drills;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.brokerscope.exposition.Tool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A small disk of its own, in memory, that can be filled without harm to anything else. */
final class Volume {
  private static final int SIZE_MIB = 256;
  private static final byte[] MEBIBYTE = new byte[1 << 20];

  private final Path folder;
  private boolean mounted;

  private Volume(Path folder) {
    this.folder = folder;
  }

  /** One that is mounted at a folder if this user may do that, and else is just the folder. */
  static Volume at(Path folder) throws IOException, InterruptedException {
    Volume volume = new Volume(Files.createDirectories(folder));
    volume.mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE_MIB + "m", "tmpfs", folder);
    return volume;
  }

  Path folder() {
    return folder;
  }

  /** Skips the test where there is no disk to fill. */
  void assumeMounted() {
    assumeTrue(mounted, "Only root can mount the disk that this drill fills.");
  }

  /** Writes until only so much is free. */
  void fillUntil(double freeRatio) throws IOException {
    long leaveBytes = (long) (freeRatio * SIZE_MIB * MEBIBYTE.length);
    try (var ballast = append()) {
      while (folder.toFile().getUsableSpace() > leaveBytes) {
        ballast.write(MEBIBYTE);
      }
    }
  }

  /** Writes until the disk takes no more. */
  void fill() throws IOException {
    try (var ballast = append()) {
      while (true) {
        ballast.write(MEBIBYTE);
      }
    } catch (IOException full) {
      if (folder.toFile().getUsableSpace() > 0) {
        throw full;
      }
    }
  }

  private OutputStream append() throws IOException {
    return Files.newOutputStream(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  void clear() throws IOException {
    Files.delete(ballast());
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  /** Takes it away, also while somebody still has its files open. */
  void end() throws IOException, InterruptedException {
    if (mounted) {
      run("umount", "--lazy", folder);
    }
  }

  private static boolean run(String program, Object... arguments)
      throws IOException, InterruptedException {
    Tool tool = Tool.onPath(program).findFirst().orElse(null);
    String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    return tool != null && tool.run(new byte[0], texts).exitCode() == 0;
  }
}
