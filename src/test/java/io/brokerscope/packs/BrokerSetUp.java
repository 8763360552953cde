package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.brokerscope.demo.cluster.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaAlteration.Op;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/** What {@link BrokerUse} needs before it begins: topics and quotas, and once a wrong password. */
final class BrokerSetUp {

  /** Of a producer without a user name that has a quota. */
  static final String CAPPED_CLIENT = "capped";

  /** Of a producer of the user that has a quota of its own. */
  static final String USERS_CAPPED_CLIENT = "capped-too";

  /** Bytes a second, soon used up. */
  static final double SMALL_QUOTA = 2_000;

  /** So much that nobody is held back. */
  private static final double AMPLE_QUOTA = 1_000_000;

  private final Admin admin;
  private final PasswordListener users;

  BrokerSetUp(Admin admin, PasswordListener users) {
    this.admin = admin;
    this.users = users;
  }

  void run() throws Exception {
    setQuotas();
    Topics.create(
        admin,
        List.of(
            topic(BrokerUse.ORDERS, 3, Map.of()),
            topic(BrokerUse.SMALL_MESSAGES, 1, Map.of("max.message.bytes", "1000")),
            // Only closed segments are compacted, so they are closed soon.
            topic(
                BrokerUse.COMPACTED,
                1,
                Map.of(
                    "cleanup.policy", "compact",
                    "segment.ms", "1000",
                    "min.cleanable.dirty.ratio", "0.01"))));
    createTopicAsUser("any");
    createTopicAsUser(USERS_CAPPED_CLIENT);
    failToAuthenticate();
  }

  private static NewTopic topic(String name, int partitions, Map<String, String> configuration) {
    return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configuration);
  }

  private void setQuotas() throws Exception {
    admin
        .alterClientQuotas(
            List.of(
                quotas(
                    Map.of(ClientQuotaEntity.USER, PasswordListener.USER),
                    new Op("producer_byte_rate", SMALL_QUOTA),
                    new Op("consumer_byte_rate", AMPLE_QUOTA),
                    new Op("request_percentage", AMPLE_QUOTA),
                    new Op("controller_mutation_rate", AMPLE_QUOTA)),
                quotas(
                    Map.of(ClientQuotaEntity.CLIENT_ID, CAPPED_CLIENT),
                    new Op("producer_byte_rate", SMALL_QUOTA)),
                quotas(
                    Map.of(
                        ClientQuotaEntity.USER,
                        PasswordListener.USER,
                        ClientQuotaEntity.CLIENT_ID,
                        USERS_CAPPED_CLIENT),
                    new Op("producer_byte_rate", SMALL_QUOTA),
                    new Op("request_percentage", AMPLE_QUOTA),
                    new Op("controller_mutation_rate", AMPLE_QUOTA)),
                quotas(
                    Map.of(ClientQuotaEntity.IP, "127.0.0.1"),
                    new Op("connection_creation_rate", AMPLE_QUOTA))))
        .all()
        .get();
  }

  private static ClientQuotaAlteration quotas(Map<String, String> entity, Op... limits) {
    return new ClientQuotaAlteration(new ClientQuotaEntity(entity), List.of(limits));
  }

  private void createTopicAsUser(String clientId) throws Exception {
    Map<String, Object> settings = new HashMap<>(users.clientSettings(PasswordListener.PASSWORD));
    settings.put("client.id", clientId);
    try (Admin user = Admin.create(settings)) {
      user.createTopics(List.of(topic("of-" + clientId, 1, Map.of()))).all().get();
    }
  }

  private void failToAuthenticate() {
    try (Admin stranger = Admin.create(users.clientSettings("wrong"))) {
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> stranger.describeCluster().nodes().get());
      if (!(refused.getCause() instanceof SaslAuthenticationException)) {
        throw new IllegalStateException("expected a refused password", refused);
      }
    }
  }
}
