package io.brokerscope.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A key and a certificate for 127.0.0.1 that nobody else has signed.
 *
 * @param keyStore with both, in PKCS12, opened by {@link #PASSWORD}
 * @param pem the certificate only, as text
 */
record TestCertificate(Path keyStore, Path pem) {
  static final String PASSWORD = "Frotz-1980";

  static TestCertificate makeIn(Path folder) throws IOException, InterruptedException {
    TestCertificate made =
        new TestCertificate(folder.resolve("broker.p12"), folder.resolve("ca.pem"));
    made.keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=broker", "-ext", "SAN=ip:127.0.0.1");
    made.keytool("-exportcert", "-rfc", "-file", made.pem().toString());
    return made;
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Collections.addAll(command, arguments);
    Collections.addAll(command, "-keystore", keyStore.toString(), "-storepass", PASSWORD);
    Process keytool = new ProcessBuilder(command).inheritIO().start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed: " + String.join(" ", arguments));
    }
  }
}
