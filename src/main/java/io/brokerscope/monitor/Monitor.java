package io.brokerscope.monitor;

import io.brokerscope.config.ConfigException;
import io.brokerscope.config.MonitorConfig;
import io.brokerscope.config.MonitorConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;

/**
 * The program: {@code java -jar brokerscope-monitor.jar FILE}. Runs until it is asked to stop
 * (SIGTERM). Only its own mistakes end it: exit code 2 for a wrong call, 1 for a file that cannot
 * be used or a port that cannot be had; Kafka being down is what it is there to tell.
 */
public final class Monitor {
  private static final int WRONG_CALL = 2;
  private static final int CANNOT_START = 1;

  private Monitor() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length != 1) {
      log(
          "expected one argument, the configuration: java -jar brokerscope-monitor.jar monitor.yml");
      System.exit(WRONG_CALL);
    }
    try {
      run(args[0]);
    } catch (ConfigException e) {
      log(e.getMessage());
      System.exit(CANNOT_START);
    } catch (IOException e) {
      log("cannot start: " + e);
      System.exit(CANNOT_START);
    }
  }

  private static void run(String file) throws ConfigException, IOException, InterruptedException {
    MonitorConfig config =
        new MonitorConfigReader(System::getenv).read(file, Files.readAllBytes(Path.of(file)));
    RunningMonitor monitor = RunningMonitor.start(config, Monitor::log);
    Runtime.getRuntime().addShutdownHook(new Thread(monitor::close, "brokerscope-stop"));
    log(
        "metrics at http://%s:%d/metrics"
            .formatted(config.listen().getHostString(), monitor.port()));
    new CountDownLatch(1).await(); // All threads are daemons; the signal ends the program.
  }

  private static void log(String line) {
    OffsetDateTime now = OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS);
    System.err.println(now + " brokerscope-monitor: " + line);
  }
}
