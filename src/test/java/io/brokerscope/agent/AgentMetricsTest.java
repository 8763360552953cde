package io.brokerscope.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.config.ConfigReader;
import io.prometheus.client.CollectorRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentMetricsTest {
  @TempDir private Path folder;
  private final AtomicLong nowNanos = new AtomicLong();
  private final CollectorRegistry registry = new CollectorRegistry();
  private Path file;
  private ConfigWatcher watcher;

  @BeforeEach
  void watch() throws Exception {
    file = Files.writeString(folder.resolve("rules.yml"), "unknownKey: 1\n");
    watcher =
        new ConfigWatcher(
            new ConfigFile(file.toString()),
            new ConfigReader(false, name -> null),
            line -> {},
            nowNanos::get);
    registry.register(new AgentMetrics(watcher, "1.2.3"));
  }

  @Test
  void theVersionIsALabel() {
    assertEquals(
        1.0,
        registry.getSampleValue(
            "brokerscope_build_info",
            new String[] {"name", "version"},
            new String[] {"brokerscope-agent", "1.2.3"}));
  }

  @Test
  void nothingWasReloadedAtTheStart() {
    assertEquals(0.0, registry.getSampleValue("jmx_config_reload_success_total"));
    assertEquals(0.0, registry.getSampleValue("jmx_config_reload_failure_total"));
    assertEquals(1.0, registry.getSampleValue("brokerscope_config_last_reload_successful"));
    assertEquals(1.0, registry.getSampleValue("brokerscope_config_warnings"));
  }

  @Test
  void aGoodChangeIsCounted() throws Exception {
    change("startDelaySeconds: 1\n");
    assertEquals(1.0, registry.getSampleValue("jmx_config_reload_success_total"));
    assertEquals(0.0, registry.getSampleValue("brokerscope_config_warnings"));
  }

  @Test
  void aBadChangeIsCounted() throws Exception {
    change("startDelaySeconds: x\n");
    assertEquals(1.0, registry.getSampleValue("jmx_config_reload_failure_total"));
    assertEquals(0.0, registry.getSampleValue("brokerscope_config_last_reload_successful"));
  }

  private void change(String text) throws Exception {
    Files.writeString(file, text);
    nowNanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    watcher.get();
  }
}
