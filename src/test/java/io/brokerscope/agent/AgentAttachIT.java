package io.brokerscope.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.tools.attach.VirtualMachine;
import io.brokerscope.agent.ChildPrograms.Waiting;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentAttachIT {
  private static final String RUNS_ALREADY =
      "brokerscope: the agent runs in this process already, this start is ignored";

  /** Without it, newer JVMs warn on stderr of every agent that is attached. */
  private static final String MAY_ATTACH = "-XX:+EnableDynamicAgentLoading";

  @TempDir private Path folder;
  private String argument;
  private int port;
  private ChildJvm child;

  @BeforeEach
  void prepare() throws Exception {
    Path file = Files.writeString(folder.resolve("good.yml"), "lowercaseOutputName: true\n");
    port = ChildJvm.freePort();
    argument = port + ":" + file;
  }

  @AfterEach
  void stop() throws Exception {
    child.close();
  }

  @Test
  void anAttachedAgentServes() throws Exception {
    start(MAY_ATTACH);
    attach(argument);
    assertEquals(200, child.firstAnswer(port, "/-/healthy").statusCode());
    assertEquals(new ChildJvm.End(0, List.of("waiting", "done"), List.of()), child.end());
  }

  @Test
  void attachingTwiceIsHarmless() throws Exception {
    start(MAY_ATTACH);
    attach(argument);
    attach(argument);
    assertEquals(200, child.firstAnswer(port, "/-/healthy").statusCode());
    assertEquals(
        new ChildJvm.End(0, List.of("waiting", "done"), List.of(RUNS_ALREADY)), child.end());
  }

  @Test
  void attachingToAJvmThatWasStartedWithTheAgentIsHarmless() throws Exception {
    start(MAY_ATTACH, ChildJvm.agentOption(argument));
    attach(argument);
    assertEquals(200, child.firstAnswer(port, "/-/healthy").statusCode());
    assertEquals(
        new ChildJvm.End(0, List.of("waiting", "done"), List.of(RUNS_ALREADY)), child.end());
  }

  @Test
  void attachingAgainAfterAFailureWorks() throws Exception {
    start(MAY_ATTACH);
    try (ServerSocket taken = new ServerSocket(port)) {
      attach(argument);
      child.awaitError(
          "brokerscope: port "
              + taken.getLocalPort()
              + " is taken, metrics are off in this process"
              + " (normal for Kafka's command-line tools)");
    }
    attach(argument);
    assertEquals(200, child.firstAnswer(port, "/-/healthy").statusCode());
  }

  private void start(String... options) throws Exception {
    child = ChildJvm.start(folder, Waiting.class, List.of(options), List.of());
    child.awaitOutput("waiting");
  }

  private void attach(String agentArgument) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(child.pid());
    try {
      machine.loadAgent(ChildJvm.AGENT_JAR.toString(), agentArgument);
    } finally {
      machine.detach();
    }
  }
}
