package io.brokerscope.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.agent.ChildPrograms.Failing;
import io.brokerscope.agent.ChildPrograms.Hello;
import io.brokerscope.agent.ChildPrograms.Waiting;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentStartIT {
  @TempDir private Path folder;
  private Path goodFile;
  private Path badFile;
  private Path typoFile;
  private int port;

  @BeforeEach
  void prepare() throws Exception {
    goodFile = Files.writeString(folder.resolve("good.yml"), "lowercaseOutputName: true\n");
    badFile = Files.writeString(folder.resolve("bad.yml"), "rules:\n- pattern: '('\n");
    typoFile = Files.writeString(folder.resolve("typo.yml"), "lowercaseOutputNam: true\n");
    port = ChildJvm.freePort();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                        | the agent has no argument, expected [host:]port:file
          kafka.yml                 | the agent's argument is 'kafka.yml', expected [host:]port:file
          70000:kafka.yml           | the port in the agent's argument '70000:kafka.yml' is 70000
          PORT:missing.yml          | cannot read the configuration missing.yml: there is no such file
          PORT:BAD                  | BAD:2:
          nowhere.invalid:PORT:GOOD | host 'nowhere.invalid' is unknown
          192.0.2.1:PORT:GOOD       | host '192.0.2.1' is not an address of this machine
          """)
  void aFailedStartIsOneLineAndTheApplicationGoesOn(String argument, String line) throws Exception {
    ChildJvm.End end = run(Hello.class, agent(argument));
    assertEquals(List.of("hello"), end.stdout());
    assertEquals(1, end.stderr().size(), end.stderr().toString());
    String expected = "brokerscope: " + filled(line);
    assertTrue(end.stderr().get(0).startsWith(expected), end.stderr().toString());
    assertEquals(0, end.exitCode());
  }

  @ParameterizedTest
  @CsvSource({"kafka.yml", "PORT:missing.yml", "PORT:BAD"})
  void withFailFastAFailedStartEndsTheJvmBeforeMain(String argument) throws Exception {
    ChildJvm.End end = run(Hello.class, "-Dbrokerscope.failFast=true", agent(argument));
    assertFalse(end.stdout().contains("hello"), end.stdout().toString());
    assertNotEquals(0, end.exitCode());
    assertTrue(
        end.stderr().stream().anyMatch(line -> line.contains("brokerscope: ")),
        end.stderr().toString());
  }

  @ParameterizedTest
  @CsvSource({"PORT:GOOD", "PORT:BAD", "PORT:TYPO", "PORT:missing.yml"})
  void aTakenPortIsOneShortLineWhateverTheFileHolds(String argument) throws Exception {
    try (ServerSocket taken = new ServerSocket(port)) {
      ChildJvm.End end = run(Hello.class, agent(argument));
      String line =
          "brokerscope: port "
              + taken.getLocalPort()
              + " is taken, metrics are off in this process"
              + " (normal for Kafka's command-line tools)";
      assertEquals(new ChildJvm.End(0, List.of("hello"), List.of(line)), end);
    }
  }

  @Test
  void aGoodStartPrintsNothingAndTheJvmEndsWithMain() throws Exception {
    ChildJvm.End end = run(Hello.class, agent("PORT:GOOD"));
    assertEquals(new ChildJvm.End(0, List.of("hello"), List.of()), end);
  }

  @Test
  void theApplicationsExitCodeStays() throws Exception {
    assertEquals(1, run(Failing.class, agent("PORT:GOOD")).exitCode());
  }

  @Test
  void allThreadsOfAServingAgentAreDaemons() throws Exception {
    try (ChildJvm child = start(Waiting.class, agent("127.0.0.1:PORT:GOOD"))) {
      assertEquals(200, child.firstAnswer(port, "/-/healthy").statusCode());
      assertEquals(List.of("waiting", "done"), child.end().stdout());
    }
  }

  @Test
  void thePortOfAFailedStartIsFree() throws Exception {
    try (ChildJvm child = start(Waiting.class, agent("PORT:BAD"))) {
      child.awaitOutput("waiting");
      new ServerSocket(port).close();
    }
  }

  @Test
  void anUnknownKeyIsAWarning() throws Exception {
    ChildJvm.End end = run(Hello.class, agent("PORT:TYPO"));
    assertEquals(1, end.stderr().size(), end.stderr().toString());
    String place = "brokerscope: " + typoFile + ":1:1";
    assertTrue(end.stderr().get(0).startsWith(place), end.stderr().toString());
  }

  @Test
  void anUnknownKeyIsAnErrorWhenStrict() throws Exception {
    String strict = "-Dbrokerscope.strict=true";
    ChildJvm.End end = run(Hello.class, strict, "-Dbrokerscope.failFast=true", agent("PORT:TYPO"));
    assertNotEquals(0, end.exitCode());
  }

  @Test
  void duringTheStartDelayRequestsAreRefusedAtOnce() throws Exception {
    Files.writeString(goodFile, "startDelaySeconds: 3600\n");
    try (ChildJvm child = start(Waiting.class, agent("PORT:GOOD"))) {
      var answer = child.firstAnswer(port, "/metrics");
      assertEquals(503, answer.statusCode());
      assertTrue(answer.body().matches("starting: MBeans are read in \\d+ s .*\\n"), answer.body());
    }
  }

  private ChildJvm.End run(Class<?> program, String... options) throws Exception {
    try (ChildJvm child = start(program, options)) {
      return child.end();
    }
  }

  private ChildJvm start(Class<?> program, String... options) throws Exception {
    return ChildJvm.start(folder, program, List.of(options), List.of());
  }

  private String agent(String argument) {
    return ChildJvm.agentOption(filled(argument));
  }

  private String filled(String template) {
    return template
        .replace("PORT", Integer.toString(port))
        .replace("GOOD", goodFile.toString())
        .replace("BAD", badFile.toString())
        .replace("TYPO", typoFile.toString());
  }
}
