package io.brokerscope.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.config.ConfigReader;
import io.brokerscope.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatcherTest {
  private static final String GOOD = "startDelaySeconds: 1\n";
  private static final String OTHER = "startDelaySeconds: 2\n";
  private static final String BAD = "startDelaySeconds: [\n";
  private static final String WITH_WARNING = "lowercaseOutputNam: true\n";

  @TempDir private Path folder;
  private Path file;
  private final AtomicLong nowNanos = new AtomicLong();
  private final List<String> errorLines = new ArrayList<>();

  @BeforeEach
  void name() {
    file = folder.resolve("rules.yml");
  }

  @Test
  void anUnchangedFileKeepsTheSameRules() throws Exception {
    ConfigWatcher watcher = watch(GOOD);
    RuleSet rules = watcher.get();
    passSeconds(5);
    assertSame(rules, watcher.get());
    assertEquals(new ConfigWatcher.State(0, 0, 0, true), watcher.state());
  }

  @Test
  void aChangedFileReplacesTheRules() throws Exception {
    ConfigWatcher watcher = watch(GOOD);
    RuleSet rules = watcher.get();
    Files.writeString(file, OTHER);
    passSeconds(1);
    assertNotSame(rules, watcher.get());
    assertEquals(2, watcher.config().timing().startDelaySeconds());
    assertEquals(new ConfigWatcher.State(1, 0, 0, true), watcher.state());
  }

  @Test
  void theFileIsLookedAtOnceASecond() throws Exception {
    ConfigWatcher watcher = watch(GOOD);
    Files.writeString(file, OTHER);
    nowNanos.addAndGet(TimeUnit.SECONDS.toNanos(1) - 1);
    watcher.get();
    assertEquals(0, watcher.state().successes());
  }

  @Test
  void aChangeIsNoticedWhateverTheModificationTimeSays() throws Exception {
    ConfigWatcher watcher = watch(GOOD);
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, OTHER);
    Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() - 86_400_000));
    passSeconds(1);
    watcher.get();
    assertEquals(1, watcher.state().successes());
  }

  @Test
  void aFileReplacedByAnotherIsNoticed() throws Exception {
    ConfigWatcher watcher = watch(GOOD);
    Path other = Files.writeString(folder.resolve("other.yml"), OTHER);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    passSeconds(1);
    watcher.get();
    assertEquals(1, watcher.state().successes());
  }

  @Test
  void aBadFileKeepsTheRulesAndIsReportedOnce() throws Exception {
    ConfigWatcher watcher = watch(GOOD);
    RuleSet rules = watcher.get();
    Files.writeString(file, BAD);
    for (int i = 0; i < 3; i++) {
      passSeconds(1);
      assertSame(rules, watcher.get());
    }
    assertEquals(new ConfigWatcher.State(0, 1, 0, false), watcher.state());
    assertEquals(1, errorLines.size(), errorLines.toString());
    assertTrue(errorLines.get(0).startsWith(file + ":"), errorLines.toString());
    assertTrue(
        errorLines.get(0).endsWith("; the configuration loaded before stays in force"),
        errorLines.toString());
  }

  @Test
  void aBadFileThatChangesIsReportedAgain() throws Exception {
    ConfigWatcher watcher = watch(GOOD);
    for (String text : List.of(BAD, BAD + "#")) {
      Files.writeString(file, text);
      passSeconds(1);
      watcher.get();
    }
    assertEquals(2, watcher.state().failures());
  }

  @Test
  void aRepairedFileEndsTheFailure() throws Exception {
    ConfigWatcher watcher = watch(GOOD);
    for (String text : List.of(BAD, GOOD)) {
      Files.writeString(file, text);
      passSeconds(1);
      watcher.get();
    }
    assertEquals(new ConfigWatcher.State(1, 1, 0, true), watcher.state());
  }

  @Test
  void aMissingFileKeepsTheRulesAndIsReportedOnce() throws Exception {
    ConfigWatcher watcher = watch(GOOD);
    RuleSet rules = watcher.get();
    Files.delete(file);
    for (int i = 0; i < 3; i++) {
      passSeconds(1);
      assertSame(rules, watcher.get());
    }
    assertEquals(new ConfigWatcher.State(0, 1, 0, false), watcher.state());
    assertEquals(1, errorLines.size(), errorLines.toString());
  }

  @Test
  void aFileThatComesBackUnchangedEndsTheFailure() throws Exception {
    ConfigWatcher watcher = watch(GOOD);
    Files.delete(file);
    passSeconds(1);
    watcher.get();
    Files.writeString(file, GOOD);
    passSeconds(1);
    watcher.get();
    assertTrue(watcher.state().lastSuccessful());
  }

  @Test
  void warningsAreReportedAtTheStart() throws Exception {
    ConfigWatcher watcher = watch(WITH_WARNING);
    assertEquals(1, watcher.state().warnings());
    assertEquals(1, errorLines.size(), errorLines.toString());
    assertTrue(errorLines.get(0).contains("lowercaseOutputNam"), errorLines.toString());
  }

  @Test
  void warningsOfAChangedFileReplaceThoseBefore() throws Exception {
    ConfigWatcher watcher = watch(WITH_WARNING);
    Files.writeString(file, GOOD);
    passSeconds(1);
    watcher.get();
    assertEquals(0, watcher.state().warnings());
    assertEquals(1, errorLines.size(), errorLines.toString());
  }

  @Test
  void aBadFileAtTheStartIsAStartUpException() {
    StartUpException e = assertThrows(StartUpException.class, () -> watch(BAD));
    assertTrue(e.getMessage().startsWith(file + ":"), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
  }

  @Test
  void aMissingFileAtTheStartIsAStartUpExceptionThatNamesIt() {
    StartUpException e = assertThrows(StartUpException.class, this::open);
    String expected = "cannot read the configuration " + file + ": there is no such file";
    assertTrue(e.getMessage().startsWith(expected), e.getMessage());
  }

  @Test
  void aFolderInPlaceOfTheFileIsAStartUpException() throws IOException {
    Files.createDirectory(file);
    StartUpException e = assertThrows(StartUpException.class, this::open);
    assertTrue(e.getMessage().startsWith("cannot read the configuration " + file), e.getMessage());
  }

  @Test
  void aHugeFileIsRefused() throws IOException {
    Files.writeString(file, "#".repeat(2 << 20));
    assertThrows(StartUpException.class, this::open);
  }

  private ConfigWatcher watch(String text) throws IOException, StartUpException {
    Files.writeString(file, text);
    return open();
  }

  private ConfigWatcher open() throws StartUpException {
    ConfigReader reader = new ConfigReader(false, name -> null);
    return new ConfigWatcher(
        new ConfigFile(file.toString()), reader, errorLines::add, nowNanos::get);
  }

  private void passSeconds(int seconds) {
    nowNanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }
}
