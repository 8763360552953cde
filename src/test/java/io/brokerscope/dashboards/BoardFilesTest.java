package io.brokerscope.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What lies beside the boards: the files that Grafana loads them by, and the README. */
class BoardFilesTest {
  private static final Path FOLDER = Path.of("grafana-dashboards");
  private static final Path PROVISIONING = FOLDER.resolve("provisioning");

  @Test
  void the_readme_lists_every_board() throws Exception {
    String readme = Files.readString(FOLDER.resolve("README.md"));

    assertEquals(
        List.of(),
        CommittedBoard.all().stream()
            .map(CommittedBoard::uid)
            .filter(uid -> !readme.contains("| `" + uid + "` "))
            .toList());
  }

  /** Else the range of a rate, four of them, has too few samples. */
  @Test
  void the_data_source_knows_the_interval_of_scrapes() throws Exception {
    Map<?, ?> source = first(PROVISIONING.resolve("datasources/prometheus.yml"), "datasources");
    Map<?, ?> prometheus = load(Path.of("config", "prometheus.yml"));

    assertEquals(
        ((Map<?, ?>) prometheus.get("global")).get("scrape_interval"),
        ((Map<?, ?>) source.get("jsonData")).get("timeInterval"));
  }

  @Test
  void the_data_source_can_be_chosen_on_a_board_and_names_no_host() throws Exception {
    Map<?, ?> source = first(PROVISIONING.resolve("datasources/prometheus.yml"), "datasources");

    assertEquals("prometheus", source.get("type"));
    assertEquals("${PROMETHEUS_URL}", source.get("url"));
  }

  @Test
  void the_provider_reads_files_that_nobody_can_save_over() throws Exception {
    Map<?, ?> provider = first(PROVISIONING.resolve("dashboards/kafka.yml"), "providers");
    String readme = Files.readString(FOLDER.resolve("README.md"));

    assertEquals("file", provider.get("type"));
    assertEquals(false, provider.get("allowUiUpdates"));
    String path = String.valueOf(((Map<?, ?>) provider.get("options")).get("path"));
    assertTrue(readme.contains(path), "the README copies the boards elsewhere than to " + path);
  }

  private static Map<?, ?> first(Path file, String list) throws IOException {
    return (Map<?, ?>) ((List<?>) load(file).get(list)).get(0);
  }

  private static Map<?, ?> load(Path file) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
  }
}
