package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue says of each metric is what an operator reads beside its graph. */
class HelpTextsTest {
  private static final String SECTION = "\n## ";

  /** More is no longer one sentence, or not read. */
  private static final int MOST_CHARACTERS = 170;

  static Stream<String> packs() throws IOException {
    return PackFile.all().stream().map(PackFile::name);
  }

  @ParameterizedTest
  @MethodSource("packs")
  void no_two_metrics_share_their_help(String pack) throws Exception {
    Map<String, TreeSet<String>> metricsByHelp = new TreeMap<>();
    for (CatalogueFile.Metric metric : metrics(pack)) {
      metricsByHelp.computeIfAbsent(metric.help(), help -> new TreeSet<>()).add(metric.name());
    }
    List<String> shared = new ArrayList<>();
    metricsByHelp.forEach(
        (help, metrics) -> {
          if (metrics.size() > 1) {
            shared.add(metrics + ": " + help);
          }
        });

    assertTrue(metricsByHelp.size() > 5, () -> "found only " + metricsByHelp);
    assertEquals(List.of(), shared);
  }

  @ParameterizedTest
  @MethodSource("packs")
  void a_help_is_one_sentence_of_some_words(String pack) throws Exception {
    List<String> odd =
        metrics(pack).stream()
            .map(CatalogueFile.Metric::help)
            .filter(
                help -> help.length() > MOST_CHARACTERS || !help.matches("(?:\\S+ ){4,}\\S+\\."))
            .toList();

    assertEquals(List.of(), odd);
  }

  private static List<CatalogueFile.Metric> metrics(String pack) throws IOException {
    String catalogue = Files.readString(Path.of("config", "METRICS.md"));
    int start = catalogue.indexOf(SECTION + pack + "\n");
    int end = catalogue.indexOf(SECTION, start + 1);
    return CatalogueFile.metrics(catalogue.substring(start, end));
  }
}
