package io.brokerscope.packs;

import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.NodePorts;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A listener of a combined node beside its usual ones, for a user who has to give a password. */
record PasswordListener(int port) {

  static final String NAME = "USERS";
  static final String USER = "alice";
  static final String PASSWORD = "right";

  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;";

  static PasswordListener onFreePort() throws IOException {
    return new PasswordListener(FreePorts.find(1).get(0));
  }

  List<String> brokerProperties(NodePorts ports) {
    String users = LOGIN.formatted("broker", "of no use", " user_" + USER + "=\"" + PASSWORD + '"');
    return List.of(
        "listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d,%s://127.0.0.1:%d"
            .formatted(ports.client(), ports.controller(), NAME, port),
        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,%s:SASL_PLAINTEXT"
            .formatted(NAME),
        "listener.name.users.sasl.enabled.mechanisms=PLAIN",
        "listener.name.users.plain.sasl.jaas.config=" + users);
  }

  Map<String, Object> clientSettings(String password) {
    return Map.of(
        "bootstrap.servers",
        "127.0.0.1:" + port,
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        LOGIN.formatted(USER, password, ""));
  }
}
