package io.brokerscope.monitor;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer that reads and commits, on a thread of its own, until it is closed. */
final class LiveMember implements AutoCloseable {
  private final String group;
  private final Map<String, Object> settings;
  private final String topic;
  private final Thread thread;
  private volatile boolean closing;

  private LiveMember(String group, Map<String, Object> settings, String topic) {
    this.group = group;
    this.settings = settings;
    this.topic = topic;
    this.thread = new Thread(this::run, "member-of-" + group);
    thread.setDaemon(true);
  }

  static LiveMember start(String bootstrapServers, String protocol, String topic) {
    return start(group(protocol, topic), bootstrapServers, protocol, topic);
  }

  /** One that has all partitions and never commits. */
  static LiveMember silent(String bootstrapServers, String topic) {
    Map<String, Object> settings = settings("silent", bootstrapServers, "classic");
    settings.put("enable.auto.commit", "false");
    return started(new LiveMember("silent", settings, topic));
  }

  private static LiveMember start(
      String group, String bootstrapServers, String protocol, String topic) {
    return started(new LiveMember(group, settings(group, bootstrapServers, protocol), topic));
  }

  private static LiveMember started(LiveMember member) {
    member.thread.start();
    return member;
  }

  /** The group's name. */
  static String group(String protocol, String topic) {
    return protocol + "-" + topic;
  }

  private static Map<String, Object> settings(
      String group, String bootstrapServers, String protocol) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("group.id", group);
    settings.put("group.protocol", protocol);
    settings.put("auto.offset.reset", "earliest");
    settings.put("auto.commit.interval.ms", "500");
    return settings;
  }

  String group() {
    return group;
  }

  private void run() {
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (!closing) {
        consumer.poll(Duration.ofMillis(200));
      }
    }
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
