package io.brokerscope.monitor.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * An admin client that is made when it is first needed, and anew after it was given up: a client
 * whose password was refused would try it again each second, and lock the account. For one thread.
 */
public final class AdminSource implements AutoCloseable {
  private static final String API_TIMEOUT = AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG;
  private static final String REQUEST_TIMEOUT = AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG;
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final Map<String, Object> settings;
  private Admin admin; // null until it is needed

  /**
   * @param part of the monitor that uses the client
   * @param timeout that somebody waits for the answer of a call
   */
  public AdminSource(ClientSettings clients, String part, Duration timeout) {
    this.settings = clients.admin(part, Map.of());
    // Kafka refuses an API timeout below the request's: who sets one of them sets both.
    if (!settings.containsKey(API_TIMEOUT) && !settings.containsKey(REQUEST_TIMEOUT)) {
      // A little less than who asks will wait, so that the client says what went wrong.
      settings.put(API_TIMEOUT, Math.toIntExact(timeout.toMillis() * 9 / 10));
      // Half of it: one broker that does not answer leaves time to ask again, maybe another one.
      settings.put(REQUEST_TIMEOUT, Math.toIntExact(timeout.toMillis() / 2));
    }
  }

  /**
   * The client.
   *
   * @throws org.apache.kafka.common.KafkaException if it cannot be made, say because no bootstrap
   *     server's name resolves just now
   */
  public Admin get() {
    if (admin == null) {
      admin = Admin.create(settings);
    }
    return admin;
  }

  /** Ends the client; {@link #get} makes another one. */
  @Override
  public void close() {
    if (admin != null) {
      admin.close(CLOSING);
      admin = null;
    }
  }
}
