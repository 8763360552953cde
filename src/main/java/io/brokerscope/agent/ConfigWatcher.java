package io.brokerscope.agent;

import io.brokerscope.config.ConfigException;
import io.brokerscope.config.ConfigReader;
import io.brokerscope.config.ExporterConfig;
import io.brokerscope.config.LoadedConfig;
import io.brokerscope.rules.RuleSet;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The rules of a file that may change while the agent runs. Asked before each pass, it looks at the
 * file at most once a second and compares its bytes, so that any change is noticed, whatever the
 * modification time says. A changed file replaces the rules as a whole; a bad one leaves them as
 * they are and is reported once.
 */
final class ConfigWatcher implements Supplier<RuleSet> {
  private static final long LOOK_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ConfigFile file;
  private final ConfigReader reader;
  private final Consumer<String> errorLines;
  private final LongSupplier nanoClock;

  // All below: guarded by this. The scrape thread reloads, and others may collect the state.
  private Loaded loaded;
  private State state;
  private byte[] lastBytes; // what the file held when last read, good or bad
  private String lastReadError = ""; // why it could not be read last time, empty if it could
  private long lastLookNanos;

  /**
   * What became of the file so far.
   *
   * @param successes changed files that were taken over; the first load is not one
   * @param failures changed files that could not be
   * @param warnings of the running configuration
   * @param lastSuccessful false while the file differs from the running configuration
   */
  record State(int successes, int failures, int warnings, boolean lastSuccessful) {
    State afterSuccess(int newWarnings) {
      return new State(successes + 1, failures, newWarnings, true);
    }

    State afterFailure() {
      return new State(successes, failures + 1, warnings, false);
    }
  }

  private record Loaded(ExporterConfig config, RuleSet rules, int warnings) {}

  /**
   * Loads the file for the first time.
   *
   * @param errorLines takes warnings, and errors of changed files, one line each
   * @param nanoClock {@code System::nanoTime} in earnest
   * @throws StartUpException when the file cannot be used
   */
  ConfigWatcher(
      ConfigFile file, ConfigReader reader, Consumer<String> errorLines, LongSupplier nanoClock)
      throws StartUpException {
    this.file = file;
    this.reader = reader;
    this.errorLines = errorLines;
    this.nanoClock = nanoClock;
    try {
      lastBytes = file.read();
      loaded = load(lastBytes);
    } catch (IOException | ConfigException e) {
      throw new StartUpException(e.getMessage(), e);
    }
    state = new State(0, 0, loaded.warnings(), true);
    lastLookNanos = nanoClock.getAsLong();
  }

  /** The rules to run now; the same instance until the file has changed. */
  @Override
  public synchronized RuleSet get() {
    long nowNanos = nanoClock.getAsLong();
    if (nowNanos - lastLookNanos >= LOOK_INTERVAL_NANOS) {
      lastLookNanos = nowNanos;
      look();
    }
    return loaded.rules();
  }

  synchronized ExporterConfig config() {
    return loaded.config();
  }

  synchronized State state() {
    return state;
  }

  private void look() {
    byte[] bytes;
    try {
      bytes = file.read();
    } catch (IOException e) {
      unreadable(e.getMessage());
      return;
    }
    if (!Arrays.equals(bytes, lastBytes) || !lastReadError.isEmpty()) {
      lastBytes = bytes;
      lastReadError = "";
      reload(bytes);
    }
  }

  private void unreadable(String message) {
    if (!message.equals(lastReadError)) {
      lastReadError = message;
      fail(message);
    }
  }

  private void reload(byte[] bytes) {
    try {
      loaded = load(bytes);
      state = state.afterSuccess(loaded.warnings());
    } catch (ConfigException e) {
      fail(e.getMessage());
    }
  }

  private void fail(String message) {
    state = state.afterFailure();
    errorLines.accept(message + "; the configuration loaded before stays in force");
  }

  private Loaded load(byte[] bytes) throws ConfigException {
    LoadedConfig read = reader.read(file.name(), bytes);
    RuleSet rules = RuleSet.compile(read.config());
    read.warnings().forEach(errorLines);
    return new Loaded(read.config(), rules, read.warnings().size());
  }
}
