package io.brokerscope.demo.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where programs of one kind run: their working folder, which takes their output too, and the jars
 * they are made of.
 *
 * @param classPath as the java program takes it
 * @param reaper ends the programs with this JVM
 */
record ProgramFolder(Path folder, String classPath, Reaper reaper) {

  /** Quick to start, small, and good enough for what lives for minutes. */
  static final List<String> SMALL_JVM =
      List.of("-Xms128m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /**
   * Starts a JVM that does not outlive this one.
   *
   * @param name of the files {@code name.log} and {@code name.err} that take its output, made anew
   * @param jvmOptions added to those for a small JVM
   * @param command main class and arguments
   */
  Process launch(String name, List<String> jvmOptions, List<String> command) throws IOException {
    Files.createDirectories(folder);
    List<String> line = new ArrayList<>();
    line.add(JavaCommand.path());
    line.addAll(SMALL_JVM);
    line.addAll(jvmOptions);
    line.addAll(List.of("-classpath", classPath));
    line.addAll(command);
    Process started =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(file(name + ".log"))
            .redirectError(file(name + ".err"))
            .start();
    reaper.adopt(started);
    return started;
  }

  private File file(String name) {
    return folder.resolve(name).toFile();
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
