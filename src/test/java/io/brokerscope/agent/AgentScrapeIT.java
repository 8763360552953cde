package io.brokerscope.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.attach.VirtualMachine;
import io.brokerscope.agent.ChildPrograms.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole jar in an application, attached late so that nothing waits for the gate. */
class AgentScrapeIT {
  private static final int POLL_MILLIS = 200;
  private static final int POLLS = 150; // 30 s; a change is seen after 1

  @TempDir private Path folder;
  private Path file;
  private int port;
  private ChildJvm child;

  @BeforeEach
  void attach() throws Exception {
    file = Files.writeString(folder.resolve("rules.yml"), "rules:\n- pattern: 'java.lang<'\n");
    port = ChildJvm.freePort();
    List<String> options = List.of("-XX:+EnableDynamicAgentLoading");
    child = ChildJvm.start(folder, Waiting.class, options, List.of());
    child.awaitOutput("waiting");
    VirtualMachine machine = VirtualMachine.attach(child.pid());
    try {
      machine.loadAgent(ChildJvm.AGENT_JAR.toString(), port + ":" + file);
    } finally {
      machine.detach();
    }
  }

  @AfterEach
  void stop() throws Exception {
    child.close();
  }

  @Test
  void theAgentTellsItsVersion() throws Exception {
    String version;
    try (JarFile jar = new JarFile(ChildJvm.AGENT_JAR.toFile())) {
      version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
    }
    String sample =
        "\nbrokerscope_build_info{name=\"brokerscope-agent\",version=\"" + version + "\"} 1\n";
    String body = scrape();
    assertTrue(body.contains(sample), body);
  }

  @Test
  void theApplicationsMBeansAreThere() throws Exception {
    assertTrue(scrape().contains("\njava_lang_Runtime_Uptime "), scrape());
  }

  @Test
  void noFamilyAndNoSeriesComesTwice() throws Exception {
    List<String> keys =
        scrape()
            .lines()
            .filter(line -> !line.startsWith("# HELP"))
            .map(line -> line.substring(0, line.lastIndexOf(' ')))
            .toList();
    List<String> twice =
        keys.stream().filter(key -> keys.indexOf(key) != keys.lastIndexOf(key)).toList();
    assertEquals(List.of(), new TreeSet<>(twice).stream().toList());
  }

  @Test
  void healthIsAnsweredInOneLine() throws Exception {
    assertEquals("Brokerscope is healthy.\n", child.firstAnswer(port, "/-/healthy").body());
  }

  @Test
  void theLandingPageLinksToTheMetrics() throws Exception {
    String page = child.firstAnswer(port, "/").body();
    assertTrue(page.contains("href=\"/metrics\""), page);
  }

  @Test
  void namesRestrictTheAnswer() throws Exception {
    String body = child.firstAnswer(port, "/metrics?name%5B%5D=jvm_threads_current").body();
    List<String> samples = body.lines().filter(line -> !line.startsWith("#")).toList();
    assertEquals(1, samples.size(), body);
    assertTrue(samples.get(0).startsWith("jvm_threads_current "), body);
  }

  @Test
  void aChangedFileTakesEffectWithoutARestart() throws Exception {
    assertTrue(scrape().contains("\njvm_threads_current "));
    Files.writeString(file, "excludeJvmMetrics: true\n");
    awaitScrape(body -> body.contains("\njmx_config_reload_success_total 1"));
    assertFalse(scrape().contains("\njvm_threads_current "));
  }

  @Test
  void aBadFileIsOneLineAndOneCount() throws Exception {
    String before = scrape();
    assertTrue(before.contains("\njmx_config_reload_failure_total 0"), before);
    Files.writeString(file, "rules: 1\n");
    awaitScrape(body -> body.contains("\njmx_config_reload_failure_total 1"));
    assertTrue(scrape().contains("\nbrokerscope_config_last_reload_successful 0"));
    List<String> errors = child.end().stderr();
    assertEquals(1, errors.size(), errors.toString());
    assertTrue(errors.get(0).startsWith("brokerscope: " + file + ":1:8"), errors.toString());
  }

  private String scrape() throws Exception {
    return child.firstAnswer(port, "/metrics").body();
  }

  private void awaitScrape(Predicate<String> condition) throws Exception {
    String body = scrape();
    for (int i = 0; i < POLLS && !condition.test(body); i++) {
      Thread.sleep(POLL_MILLIS);
      body = scrape();
    }
    assertTrue(condition.test(body), body);
  }
}
