package io.brokerscope.packs;

import static io.brokerscope.packs.clients.ClientProgram.Kind.ADMIN;
import static io.brokerscope.packs.clients.ClientProgram.Kind.CONSUMERS;
import static io.brokerscope.packs.clients.ClientProgram.Kind.PRODUCERS;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.Topics;
import io.brokerscope.packs.clients.ClientNames;
import io.brokerscope.packs.clients.ClientProgram;
import io.brokerscope.packs.clients.PlainProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/** Applications with Kafka clients, and a JVM without, each with its file of rules. */
final class ClientProcesses {

  /** Below what clients of that name write in two programs, so that brokers hold them back. */
  private static final double REFUSED_BYTES_A_SECOND = 4_000;

  /** Below what the consumer has to read. */
  private static final double THROTTLED_BYTES_A_SECOND = 5_000;

  private final KafkaCluster cluster;
  private final WatchedPrograms programs;
  private final List<LiveProcess> processes = new ArrayList<>();

  private ClientProcesses(KafkaCluster cluster, WatchedPrograms programs) {
    this.cluster = cluster;
    this.programs = programs;
  }

  /** Starts them beside a cluster that runs; they work until the cluster ends. */
  static List<LiveProcess> start(KafkaCluster cluster, BrokerJars jars) throws Exception {
    prepare(cluster);
    ClientProcesses started = new ClientProcesses(cluster, WatchedPrograms.of(cluster, jars));
    started.addClients("producer", PackFile.of("kafka-producer.yml"), PRODUCERS);
    started.addClients("consumer", PackFile.of("kafka-consumer.yml"), CONSUMERS);
    started.addClients(
        "client", PackFile.of("kafka-client.yml").withDebug(), PRODUCERS, CONSUMERS, ADMIN);
    started.add("jvm", PackFile.of("jvm.yml").withDebug(), List.of(PlainProgram.class.getName()));
    return started.processes;
  }

  private void addClients(String name, PackFile pack, ClientProgram.Kind... kinds)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(ClientProgram.class.getName()));
    command.addAll(ClientProgram.arguments(name, cluster.bootstrapServers(), kinds));
    add(name, pack, command);
  }

  private void add(String name, PackFile pack, List<String> command) throws Exception {
    processes.add(programs.start(name, pack.in(cluster.folderOf(name)), command));
  }

  private static void prepare(KafkaCluster cluster) throws Exception {
    NewTopic orders = new NewTopic(ClientNames.ORDERS, ClientNames.ORDERS_PARTITIONS, (short) 1);
    NewTopic small =
        new NewTopic(ClientNames.SMALL, 1, (short) 1)
            .configs(Map.of("max.message.bytes", String.valueOf(ClientNames.SMALL_BYTES)));
    NewTopic ledger = new NewTopic(ClientNames.LEDGER, 1, (short) 1);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
      Topics.create(admin, List.of(orders, small, ledger));
      admin
          .alterClientQuotas(
              List.of(
                  quota(ClientNames.REFUSED_PRODUCER, "producer_byte_rate", REFUSED_BYTES_A_SECOND),
                  quota(
                      ClientNames.THROTTLED_CONSUMER,
                      "consumer_byte_rate",
                      THROTTLED_BYTES_A_SECOND)))
          .all()
          .get();
    }
  }

  private static ClientQuotaAlteration quota(String clientId, String what, double bytesASecond) {
    return new ClientQuotaAlteration(
        new ClientQuotaEntity(Map.of(ClientQuotaEntity.CLIENT_ID, clientId)),
        List.of(new ClientQuotaAlteration.Op(what, bytesASecond)));
  }
}
