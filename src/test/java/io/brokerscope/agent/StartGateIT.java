package io.brokerscope.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.agent.ChildPrograms.Waiting;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application chooses first, however early Prometheus comes. */
class StartGateIT {
  @TempDir private Path folder;
  private int port;
  private List<String> options;

  @BeforeEach
  void prepare() throws Exception {
    Path file = Files.writeString(folder.resolve("good.yml"), "lowercaseOutputName: true\n");
    port = ChildJvm.freePort();
    options = List.of(ChildJvm.agentOption(port + ":" + file));
  }

  @Test
  void whatTheApplicationChoosesLateTakesEffectWhileItIsScraped() throws Exception {
    try (ChildJvm child = ChildJvm.start(folder, ChoosingLate.class, options, List.of())) {
      HttpResponse<String> first = child.firstAnswer(port, "/metrics");
      assertEquals(200, first.statusCode(), first.body());
      assertTrue(first.body().contains("\njvm_memory_used_bytes{area=\"heap\""), first.body());
      List<String> expected =
          List.of("log manager: ChosenLogManager", "builder used: true", "waiting", "done");
      assertEquals(new ChildJvm.End(0, expected, List.of()), child.end());
    }
  }

  @Test
  void anApplicationWithoutAnMBeanServerIsScrapedAsWell() throws Exception {
    try (ChildJvm child = ChildJvm.start(folder, Waiting.class, options, List.of())) {
      HttpResponse<String> first = child.firstAnswer(port, "/metrics");
      assertEquals(200, first.statusCode(), first.body());
      assertTrue(first.body().contains("\njmx_config_reload_success_total 0"), first.body());
      assertEquals(List.of("waiting", "done"), child.end().stdout());
    }
  }
}
