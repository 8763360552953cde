package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.config.MonitorConfig.Canary;
import io.brokerscope.config.MonitorConfig.CanaryPace;
import io.brokerscope.config.MonitorConfig.CanaryTopic;
import io.brokerscope.config.MonitorConfig.Collect;
import io.brokerscope.config.MonitorConfig.Granularity;
import io.brokerscope.config.MonitorConfig.Lag;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorConfigReaderTest {

  @Nested
  class EveryKey {
    private final MonitorConfig config = load();

    private static MonitorConfig load() {
      try {
        return MonitorReading.load(Fixture.text("monitor-every-key.yml"));
      } catch (ConfigException e) {
        throw new AssertionError(e);
      }
    }

    @Test
    void settingsOfClientsAreTextsAsWritten() {
      assertEquals(
          Map.of(
              "bootstrap.servers",
              "geheim-1:9092,geheim-2:9092",
              "security.protocol",
              "SASL_SSL",
              "sasl.jaas.config",
              "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"geheim\""
                  + " password=\"$ecret ${ZONE}\";",
              "ssl.truststore.password",
              "0123456",
              "ssl.key.password",
              "geheim#: 'w\"rd",
              "ssl.endpoint.identification.algorithm",
              "",
              "request.timeout.ms",
              "1_500"),
          config.clients().kafka());
      assertEquals(Map.of("retries", "0x10", "client.id", "geheim"), config.clients().admin());
      assertEquals(
          Map.of("enable.idempotence", "off", "compression.type", "zstd", "x", "eu-1"),
          config.clients().producer());
      assertEquals(
          Map.of(
              "check.crcs",
              "No",
              "client.rack",
              "2020-01-01",
              "group.id",
              "geheim",
              "password",
              "geheim"),
          config.clients().consumer());
    }

    @Test
    void anIpv6AddressKeepsItsBrackets() {
      assertEquals(InetSocketAddress.createUnresolved("[::1]", 9309), config.listen());
    }

    @Test
    void paceIsRead() {
      assertEquals(
          new Collect(seconds(60), seconds(59), seconds(2), 3, seconds(0)), config.collect());
    }

    @Test
    void topicsAndGroupsAreChosen() {
      MonitorConfig.Choice choice = config.choice();
      assertEquals("eu-1[.].*", choice.topics().include().pattern());
      assertEquals(Optional.of(".*-changelog"), choice.topics().exclude().map(Pattern::pattern));
      assertEquals("team-.*", choice.groups().include().pattern());
      assertEquals(Optional.empty(), choice.groups().exclude());
      assertEquals(Set.of("Stable", "PreparingRebalance", "Dead"), choice.groupStates());
      assertEquals(seconds(86_400), choice.groupIdleMax());
    }

    @Test
    void lagIsRead() {
      assertEquals(new Lag(Granularity.TOPIC, 5_000_000_000L, false, 3, 7), config.lag());
    }

    @Test
    void theCanaryIsRead() {
      assertEquals(
          Optional.of(
              new Canary(
                  new CanaryTopic("probes", 1, false, true),
                  new CanaryPace(seconds(2), seconds(6), seconds(3), seconds(3), seconds(4)),
                  "watch-eu-1")),
          config.canary());
    }

    @Test
    void noValueOfAClientIsPrinted() {
      assertFalse(config.toString().contains("geheim"), config::toString);
    }
  }

  @Nested
  class Defaults {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "admin:\nproducer:\nconsumer:\ncollect:\ntopics:\ngroups:\nlag:\ncanary:\n",
          "admin: {}\nproducer: {}\nconsumer: {}\ncollect: {}\ntopics: {}\ngroups: {}\nlag: {}\ncanary: {}"
        })
    void sectionsMayBeAbsentOrEmpty(String yaml) throws ConfigException {
      MonitorConfig config = MonitorReading.loadWith(yaml);
      assertEquals(Map.of("bootstrap.servers", "a:1"), config.clients().kafka());
      assertEquals(Map.of(), config.clients().admin());
      assertEquals(Map.of(), config.clients().producer());
      assertEquals(Map.of(), config.clients().consumer());
      assertEquals(InetSocketAddress.createUnresolved("0.0.0.0", 9308), config.listen());
      assertEquals(
          new Collect(seconds(30), seconds(10), seconds(5), 10, seconds(3600)), config.collect());
      assertEquals(new Lag(Granularity.PARTITION, 0, true, 10, 0), config.lag());
      assertEquals(Optional.empty(), config.canary());
    }

    @Test
    void allTopicsAndAllGroupsButTheCanarysAreChosen() throws ConfigException {
      MonitorConfig.Choice choice = MonitorReading.loadWith("").choice();
      assertTrue(choice.topics().includes("__consumer_offsets"));
      assertTrue(choice.groups().includes("orders"));
      assertFalse(choice.groups().includes("kafka-canary-host-0"));
      assertEquals(Set.of(), choice.groupStates());
      assertEquals(Duration.ZERO, choice.groupIdleMax());
    }

    @Test
    void theCanaryNeedsOnlyToBeSwitchedOn() throws ConfigException {
      Canary canary =
          MonitorReading.loadWith("canary: {enabled: true, instance: one}").canary().orElseThrow();
      assertEquals(new CanaryTopic("__kafka_canary", 3, true, false), canary.topic());
      assertEquals(
          new CanaryPace(seconds(1), seconds(5), seconds(5), seconds(20), seconds(5)),
          canary.pace());
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled: true", "{enabled: true, instance: ''}"})
    void anInstanceIsCalledAlikeAtEachStart(String canary) throws ConfigException {
      String yaml = "canary:\n  " + canary;
      String instance = MonitorReading.loadWith(yaml).canary().orElseThrow().instance();
      assertTrue(instance.matches("[A-Za-z0-9._-]+"), instance);
      assertEquals(instance, MonitorReading.loadWith(yaml).canary().orElseThrow().instance());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0:9308, 0.0.0.0, 9308",
    "localhost:1, localhost, 1",
    "my_host-1.example.com:65535, my_host-1.example.com, 65535",
    "'[::]:9308', [::], 9308",
    "'[fe80::1%eth0]:9308', [fe80::1%eth0], 9308",
    "'[::ffff:10.0.0.1]:9308', [::ffff:10.0.0.1], 9308",
    "'${ZONE}:${PORT:-9310}', eu-1, 9310"
  })
  void theListenAddressHasAHostAndAPort(String listen, String host, int port)
      throws ConfigException {
    MonitorConfig config = MonitorReading.loadWith("listen: '" + listen + "'");
    assertEquals(InetSocketAddress.createUnresolved(host, port), config.listen());
  }

  @ParameterizedTest
  @CsvSource({"partition, PARTITION", "topic, TOPIC", "group, GROUP"})
  void granularitiesAreInLowerCase(String text, Granularity granularity) throws ConfigException {
    assertEquals(
        granularity,
        MonitorReading.loadWith("lag: {granularity: " + text + "}").lag().granularity());
  }

  @Test
  void groupStatesAreThoseThatKafkaKnows() {
    Set<String> kafkas =
        Arrays.stream(GroupState.values())
            .filter(state -> state != GroupState.UNKNOWN)
            .map(GroupState::toString)
            .collect(Collectors.toSet());
    assertEquals(kafkas, new HashSet<>(MonitorConfigReader.GROUP_STATES));
  }

  @Test
  void aReferenceToAConfigProviderIsLeftToTheClients() throws ConfigException {
    String yaml = "kafka: {bootstrap.servers: 'a:1', x: '${file:/etc/secrets:password}'}";
    assertEquals(
        "${file:/etc/secrets:password}", MonitorReading.load(yaml).clients().kafka().get("x"));
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
