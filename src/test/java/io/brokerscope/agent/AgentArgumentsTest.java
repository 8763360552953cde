package io.brokerscope.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentArgumentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          9404:kafka.yml                      | 0.0.0.0         | 9404  | kafka.yml
          9404:/etc/kafka/kafka.yml           | 0.0.0.0         | 9404  | /etc/kafka/kafka.yml
          9404:./kafka.yml                    | 0.0.0.0         | 9404  | ./kafka.yml
          9404:../a b/kafka.yml               | 0.0.0.0         | 9404  | ../a b/kafka.yml
          9404:f                              | 0.0.0.0         | 9404  | f
          1:f                                 | 0.0.0.0         | 1     | f
          65535:f                             | 0.0.0.0         | 65535 | f
          00080:f                             | 0.0.0.0         | 80    | f
          9404:a:b                            | 0.0.0.0         | 9404  | a:b
          9404:C:\\kafka\\kafka.yml           | 0.0.0.0         | 9404  | C:\\kafka\\kafka.yml
          9404:a=b,c=d                        | 0.0.0.0         | 9404  | a=b,c=d
          9404:größe.yml                      | 0.0.0.0         | 9404  | größe.yml
          9404::f                             | 0.0.0.0         | 9404  | :f
          localhost:9404:kafka.yml            | localhost       | 9404  | kafka.yml
          127.0.0.1:9404:kafka.yml            | 127.0.0.1       | 9404  | kafka.yml
          0.0.0.0:9404:kafka.yml              | 0.0.0.0         | 9404  | kafka.yml
          broker-1.example.com:9404:kafka.yml | broker-1.example.com | 9404 | kafka.yml
          my_host:9404:kafka.yml              | my_host         | 9404  | kafka.yml
          -:9404:f                            | -               | 9404  | f
          host:9404:C:\\kafka.yml             | host            | 9404  | C:\\kafka.yml
          host:9404:8080:f                    | host            | 9404  | 8080:f
          9404:9405:f                         | 9404            | 9405  | f
          2001:db8::1:9404:f                  | 0.0.0.0         | 2001  | db8::1:9404:f
          [::1]:9404:kafka.yml                | [::1]           | 9404  | kafka.yml
          [::]:9404:kafka.yml                 | [::]            | 9404  | kafka.yml
          [2001:db8::a:1]:9404:/k.yml         | [2001:db8::a:1] | 9404  | /k.yml
          [fe80::1%eth0]:9404:kafka.yml       | [fe80::1%eth0]  | 9404  | kafka.yml
          [127.0.0.1]:9404:kafka.yml          | [127.0.0.1]     | 9404  | kafka.yml
          [::ffff:10.0.0.1]:9404:kafka.yml    | [::ffff:10.0.0.1] | 9404 | kafka.yml
          """)
  void hostPortAndFileAreTakenApart(String argument, String host, int port, String file)
      throws StartUpException {
    assertEquals(new AgentArguments(host, port, file), AgentArguments.parse(argument));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9404",
        "9404:",
        ":9404",
        ":9404:f",
        "kafka.yml",
        "kafka.yml:9404",
        "host:f",
        "host:port:f",
        "::1:9404:f",
        "[]:9404:f",
        "[::1:9404:f",
        "[::1]9404:f",
        "host/x:9404:f",
        "ho st:9404:f",
        " 9404:f",
        "-9404:f",
        "+9404:f",
        "94 04:f",
        "0x24bc:f",
        "9404;f",
        "9404,f",
        "123456:f",
        "host:123456:f",
        "9404=f",
        "http://host:9404/f",
        "host:9404"
      })
  void anythingElseIsAnErrorThatQuotesItAndShowsTheForm(String argument) {
    StartUpException e = assertThrows(StartUpException.class, () -> AgentArguments.parse(argument));
    assertTrue(e.getMessage().contains("'" + argument + "'"), e.getMessage());
    assertTrue(e.getMessage().contains("expected [host:]port:file"), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0:f", "65536:f", "99999:f", "host:0:f", "[::1]:70000:f", "00000:f"})
  void portsOutOfRangeAreErrorsThatNameThePort(String argument) {
    StartUpException e = assertThrows(StartUpException.class, () -> AgentArguments.parse(argument));
    assertTrue(e.getMessage().startsWith("the port in the agent's argument"), e.getMessage());
    assertTrue(e.getMessage().contains("from 1 to 65535"), e.getMessage());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\n"})
  void noArgumentIsAnErrorWithAnExample(String argument) {
    StartUpException e = assertThrows(StartUpException.class, () -> AgentArguments.parse(argument));
    assertEquals(
        "the agent has no argument, expected [host:]port:file with a port from 1 to 65535 and an"
            + " IPv6 host in brackets, for example 9404:config/kafka-broker.yml",
        e.getMessage());
  }

  @Test
  void anIpv6HostInBracketsIsAnAddress() throws StartUpException {
    assertFalse(AgentArguments.parse("[::1]:9404:f").address().isUnresolved());
  }

  @Test
  void theDefaultHostIsAllAddresses() throws StartUpException {
    assertTrue(AgentArguments.parse("9404:f").address().getAddress().isAnyLocalAddress());
  }
}
