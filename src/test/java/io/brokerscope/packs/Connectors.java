package io.brokerscope.packs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The connectors of the worker under test, all of one task: some that work, one that meets bad
 * records and goes on, and two whose task fails.
 *
 * @param folder of their files
 * @param bootstrapServers of the cluster, for those that copy from it to itself
 */
record Connectors(Path folder, String bootstrapServers) {
  static final String LINES = "connect-lines";
  static final String SOURCE = "file-source";
  static final String SINK = "file-sink";

  /** Goes on after bad records, and tries again what fails for a moment. */
  static final String TOLERANT = "tolerant-sink";

  /** Fails at the first bad record. */
  static final String STRICT = "strict-sink";

  /** Fails before its first record: it cannot open its file. */
  static final String HOMELESS = "homeless-sink";

  static final String MIRROR = "mirror-source";
  static final String CHECKPOINTS = "mirror-checkpoints";
  static final int COUNT = 7;

  /** As many replicas as the cluster gives topics by default. */
  private static final String BROKERS_DEFAULT = "-1";

  private static final String FILE_CONNECTOR = "org.apache.kafka.connect.file.FileStream";
  private static final String MIRROR_CONNECTOR = "org.apache.kafka.connect.mirror.Mirror";

  /** What the source reads. */
  Path input() {
    return folder.resolve("input.txt");
  }

  void create(ConnectWorker worker) throws Exception {
    worker.put(SOURCE, source());
    worker.put(SINK, sink(SINK));
    worker.put(TOLERANT, tolerant());
    worker.put(STRICT, json(sink(STRICT)));
    worker.put(HOMELESS, sink("no-such-folder/" + HOMELESS));
    worker.put(MIRROR, mirrorSource());
    worker.put(CHECKPOINTS, checkpoints());
  }

  private Map<String, String> source() {
    return Map.of(
        "connector.class",
        FILE_CONNECTOR + "SourceConnector",
        "tasks.max",
        "1",
        "file",
        input().toString(),
        "topic",
        LINES);
  }

  private Map<String, String> sink(String file) {
    return new HashMap<>(
        Map.of(
            "connector.class",
            FILE_CONNECTOR + "SinkConnector",
            "tasks.max",
            "1",
            "topics",
            LINES,
            "file",
            folder.resolve(file).toString()));
  }

  private static Map<String, String> json(Map<String, String> sink) {
    sink.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
    sink.put("value.converter.schemas.enable", "false");
    return sink;
  }

  private Map<String, String> tolerant() {
    Map<String, String> settings = json(sink(TOLERANT));
    settings.put("errors.tolerance", "all");
    settings.put("errors.log.enable", "true");
    settings.put("errors.retry.timeout", "10000");
    settings.put("errors.deadletterqueue.topic.name", "connect-dead-letters");
    settings.put("errors.deadletterqueue.topic.replication.factor", BROKERS_DEFAULT);
    settings.put("transforms", "hiccup");
    settings.put("transforms.hiccup.type", HiccupTransform.class.getName());
    return settings;
  }

  private Map<String, String> mirrorSource() {
    Map<String, String> settings = mirror("SourceConnector");
    settings.put("topics", LINES);
    settings.put("replication.factor", BROKERS_DEFAULT);
    settings.put("offset-syncs.topic.replication.factor", BROKERS_DEFAULT);
    settings.put("sync.topic.acls.enabled", "false");
    return settings;
  }

  private Map<String, String> checkpoints() {
    Map<String, String> settings = mirror("CheckpointConnector");
    settings.put("groups", "connect-" + SINK);
    // It leaves out the groups of connectors, such as this one, unless it is told.
    settings.put("groups.exclude", "none");
    settings.put("checkpoints.topic.replication.factor", BROKERS_DEFAULT);
    settings.put("refresh.groups.interval.seconds", "2");
    settings.put("emit.checkpoints.interval.seconds", "1");
    return settings;
  }

  /** From the cluster, under one name, to itself, under another. */
  private Map<String, String> mirror(String kind) {
    Map<String, String> settings = new HashMap<>();
    settings.put("connector.class", MIRROR_CONNECTOR + kind);
    settings.put("tasks.max", "1");
    settings.put("source.cluster.alias", "near");
    settings.put("target.cluster.alias", "far");
    settings.put("source.cluster.bootstrap.servers", bootstrapServers);
    settings.put("target.cluster.bootstrap.servers", bootstrapServers);
    String bytes = "org.apache.kafka.connect.converters.ByteArrayConverter";
    settings.put("key.converter", bytes);
    settings.put("value.converter", bytes);
    return settings;
  }
}
