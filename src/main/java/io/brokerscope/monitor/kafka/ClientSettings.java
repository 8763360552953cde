package io.brokerscope.monitor.kafka;

import io.brokerscope.config.MonitorConfig.Clients;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings of one kind of client: ours first, then the user's {@code kafka:} map, then the user's
 * map for that kind, each winning over those before.
 */
public final class ClientSettings {
  private static final String CLIENT_ID = "client.id";

  private final Clients clients;

  public ClientSettings(Clients clients) {
    this.clients = clients;
  }

  /**
   * Settings of an admin client.
   *
   * @param part of the monitor that uses it; ends up in {@code client.id}
   * @param defaults what the user may change
   */
  public Map<String, Object> admin(String part, Map<String, Object> defaults) {
    return merged(part, defaults, clients.admin());
  }

  /** As {@link #admin}, of a producer. */
  public Map<String, Object> producer(String part, Map<String, Object> defaults) {
    return merged(part, defaults, clients.producer());
  }

  /** As {@link #admin}, of a consumer. */
  public Map<String, Object> consumer(String part, Map<String, Object> defaults) {
    return merged(part, defaults, clients.consumer());
  }

  private Map<String, Object> merged(
      String part, Map<String, Object> defaults, Map<String, String> own) {
    Map<String, Object> settings = new HashMap<>(defaults);
    settings.put(CLIENT_ID, "brokerscope-" + part);
    settings.putAll(clients.kafka());
    settings.putAll(own);
    return settings;
  }
}
