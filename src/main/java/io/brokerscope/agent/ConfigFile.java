package io.brokerscope.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The configuration file's bytes.
 *
 * @param name as the user wrote it
 */
record ConfigFile(String name) {
  /** One byte more than the reader takes: a huge file is refused there without being read whole. */
  private static final int MAXIMUM_BYTES = (1 << 20) + 1;

  /**
   * @throws IOException with a one-line message that says what is wrong with which file
   */
  byte[] read() throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      return in.readNBytes(MAXIMUM_BYTES);
    } catch (NoSuchFileException e) {
      String folder = Path.of("").toAbsolutePath().toString();
      throw unreadable("there is no such file (working directory " + folder + ")", e);
    } catch (AccessDeniedException e) {
      throw unreadable("this process may not read it", e);
    } catch (IOException | InvalidPathException e) {
      throw unreadable(e.getMessage(), e);
    }
  }

  private IOException unreadable(String reason, Exception cause) {
    return new IOException("cannot read the configuration " + name + ": " + reason, cause);
  }
}
