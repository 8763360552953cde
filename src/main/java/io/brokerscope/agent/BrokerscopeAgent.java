package io.brokerscope.agent;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The entry points that the JVM calls. A failure is one line on stderr and the application goes on;
 * with {@code -Dbrokerscope.failFast=true} it is thrown, which ends the JVM's start.
 */
public final class BrokerscopeAgent {
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private BrokerscopeAgent() {}

  /** Called before the application's main method, for {@code -javaagent}. */
  public static void premain(String argument, Instrumentation instrumentation) {
    startOnce(argument, false);
  }

  /** Called in a running application, when the agent is attached to it. */
  public static void agentmain(String argument, Instrumentation instrumentation) {
    startOnce(argument, true);
  }

  private static void startOnce(String argument, boolean attached) {
    if (STARTED.getAndSet(true)) {
      ErrorLine.print("the agent runs in this process already, this start is ignored");
      return;
    }
    try {
      AgentStart.start(argument, attached);
    } catch (StartUpException e) {
      fail(e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      fail("the agent could not start, metrics are off in this process: " + e, e);
    }
  }

  private static void fail(String message, Throwable cause) {
    STARTED.set(false); // A later attach may do better.
    if (Boolean.getBoolean("brokerscope.failFast")) {
      throw new IllegalStateException(ErrorLine.PREFIX + message, cause);
    }
    ErrorLine.print(message);
  }
}
