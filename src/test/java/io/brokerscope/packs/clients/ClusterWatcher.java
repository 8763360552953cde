package io.brokerscope.packs.clients;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Asks for the cluster's nodes again and again. */
final class ClusterWatcher implements SteadyClient {
  private static final int TURN_MILLIS = 1_000;

  private final Settings settings;

  ClusterWatcher(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void work() throws Exception {
    try (Admin admin = Admin.create(settings.of(ClientNames.ADMIN_CLIENT, Map.of()))) {
      while (true) {
        admin.describeCluster().nodes().get();
        Thread.sleep(TURN_MILLIS);
      }
    }
  }
}
