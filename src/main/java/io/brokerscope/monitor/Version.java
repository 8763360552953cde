package io.brokerscope.monitor;

/** The version in the jar's manifest. */
final class Version {
  private Version() {}

  static String read() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "not packaged" : version;
  }
}
