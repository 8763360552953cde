package io.brokerscope.bench;

import java.net.URI;
import java.util.List;

/** What is measured. */
sealed interface Contender {
  String name();

  /** How the names of the threads begin that work for it, and for nobody else meanwhile. */
  List<String> threadPrefixes();

  /**
   * An exporter in the measured JVM.
   *
   * @param address of its metrics
   */
  record Exporter(String name, URI address, List<String> threadPrefixes) implements Contender {
    /**
     * The JDK's HTTP server accepts and reads requests on a thread of this name, everybody's; only
     * one exporter is scraped at a time.
     */
    static final String DISPATCHER = "HTTP-Dispatcher";

    /** The same exporter under another name, for other rules. */
    Exporter as(String otherName) {
      return new Exporter(otherName, address, threadPrefixes);
    }

    static Exporter at(String name, int port, String threadPrefix) {
      URI address = URI.create("http://127.0.0.1:%d/metrics".formatted(port));
      return new Exporter(name, address, List.of(threadPrefix, DISPATCHER));
    }
  }

  /** The probe's pass over the attributes, without output. */
  record Floor() implements Contender {
    @Override
    public String name() {
      return "JMX floor";
    }

    @Override
    public List<String> threadPrefixes() {
      return List.of("bench-floor");
    }
  }
}
