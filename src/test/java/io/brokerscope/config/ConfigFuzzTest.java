package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, it loads, or it is refused in one line that says where. */
class ConfigFuzzTest {
  private static final long SEED = 20261122;
  private static final int FILES = 4_000;

  private final BrokenTexts texts =
      new BrokenTexts(
          SEED,
          List.of(
              "rules",
              "pattern",
              "name",
              "value",
              "valueFactor",
              "labels",
              "help",
              "type",
              "cache",
              "includeObjectNames",
              "limits",
              "maxSeries",
              "mbeanFilter",
              "extraMetrics",
              "hostPort"));

  @Test
  void aBrokenFileLoadsOrIsRefusedInOneLine() {
    String valid = Fixture.text("every-key.yml");
    int loaded = 0;
    for (int i = 0; i < FILES; i++) {
      loaded += loads(texts.broken(valid)) ? 1 : 0;
    }
    assertTrue(loaded > FILES / 100, "only " + loaded + " files loaded: too broken to test much");
    assertTrue(loaded < FILES / 2, loaded + " files loaded: too little broken to test much");
  }

  @Test
  void aHeapOfWordsLoadsOrIsRefusedInOneLine() {
    for (int i = 0; i < FILES; i++) {
      loads(texts.heap());
    }
  }

  /** True if it loads; fails the test unless all it says is of the one form. */
  private static boolean loads(String yaml) {
    try {
      Reading.load(yaml).warnings().forEach(warning -> BrokenTexts.assertOneLine(warning, yaml));
      return true;
    } catch (ConfigException e) {
      BrokenTexts.assertOneLine(e.getMessage(), yaml);
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("not a ConfigException, for:\n" + yaml, e);
    }
  }
}
