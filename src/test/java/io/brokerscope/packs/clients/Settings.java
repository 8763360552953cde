package io.brokerscope.packs.clients;

import java.util.HashMap;
import java.util.Map;

/**
 * What a program was told.
 *
 * @param bootstrapServers of the cluster
 * @param program its name, of which other programs' groups and topics are made distinct
 */
record Settings(String bootstrapServers, String program) {

  /** A client's configuration. */
  Map<String, Object> of(String clientId, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(more);
    all.put("bootstrap.servers", bootstrapServers);
    all.put("client.id", clientId);
    return all;
  }

  /** A name that no other program uses. */
  String own(String name) {
    return name + "-" + program;
  }
}
