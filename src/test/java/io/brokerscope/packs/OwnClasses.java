package io.brokerscope.packs;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The classes of the tests, for the class path of JVMs that run some of them. */
final class OwnClasses {

  private OwnClasses() {}

  static Path folder() throws URISyntaxException {
    return Path.of(OwnClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
