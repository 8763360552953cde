package io.brokerscope.monitor.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.brokerscope.config.MonitorConfig.Clients;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String JAAS =
      "org.apache.kafka.common.security.plain.PlainLoginModule required"
          + " username=\"watcher\" password=\"open sesame; now=or\" ;";

  private static Secrets of(String key, String value) {
    return Secrets.of(new Clients(Map.of(key, value), Map.of(), Map.of(), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssl.key.password",
        "ssl.truststore.password",
        "ssl.keystore.key",
        "sasl.oauthbearer.client.credentials.client.secret",
        "my.Token"
      })
  void theValueOfASettingThatSoundsLikeASecretIsHidden(String key) {
    assertEquals("found [hidden] there", of(key, "hunter2").hiddenIn("found hunter2 there"));
  }

  @Test
  void otherValuesAreNot() {
    assertEquals("at b:9092", of("bootstrap.servers", "b:9092").hiddenIn("at b:9092"));
  }

  @ParameterizedTest
  @CsvSource({"open", "sesame", "now", "watcher"})
  void aPartOfAJaasValueIsHidden(String part) {
    String message = "Value not specified for key '%s' in JAAS config".formatted(part);

    assertFalse(of("sasl.jaas.config", JAAS).hiddenIn(message).contains(part));
  }

  @Test
  void whatEveryJaasTextHasIsNot() {
    String message = "PlainLoginModule required username password";

    assertEquals(message, of("sasl.jaas.config", JAAS).hiddenIn(message));
  }

  @Test
  void whatIsWrongWithSettingsIsNotToldWhereProvidersFetchThem() {
    String message = "Value not specified for key 'fetched' in JAAS config";

    String told = of("config.providers", "file").messageOf(new IllegalArgumentException(message));

    assertFalse(told.contains("fetched'"), told);
    assertEquals(message, of("client.id", "a").messageOf(new IllegalArgumentException(message)));
    assertEquals(
        "no answer", of("config.providers", "file").messageOf(new TimeoutException("no answer")));
  }

  @Test
  void aSecretInsideAnotherLeavesNoRest() {
    Clients clients =
        new Clients(
            Map.of("ssl.key.password", "abc", "ssl.keystore.password", "abcdef"),
            Map.of(),
            Map.of(),
            Map.of());

    assertEquals("[hidden]", Secrets.of(clients).hiddenIn("abcdef"));
  }

  @Test
  void secretsOfOneKindOfClientAreHiddenToo() {
    Clients clients = new Clients(Map.of(), Map.of(), Map.of("ssl.key.password", "p1"), Map.of());

    assertEquals("[hidden]", Secrets.of(clients).hiddenIn("p1"));
  }
}
