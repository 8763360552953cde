package io.brokerscope.packs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A list among the tests' resources. */
public final class ListFile {

  private ListFile() {}

  /**
   * Its lines that are neither empty nor comments.
   *
   * @param owner the class beside which the resource lies
   */
  public static Stream<String> lines(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
