package io.brokerscope.config;

import io.brokerscope.config.MonitorConfig.Canary;
import io.brokerscope.config.MonitorConfig.CanaryPace;
import io.brokerscope.config.MonitorConfig.CanaryTopic;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the monitor's key {@code canary}. */
final class CanaryReader {
  static final List<String> KEYS =
      List.of(
          "enabled",
          "topic",
          "replicationFactor",
          "manageTopic",
          "reassign",
          "intervalSeconds",
          "commitIntervalSeconds",
          "produceSlaSeconds",
          "endToEndSlaSeconds",
          "commitSlaSeconds",
          "instance");

  private static final KeyPath PATH = KeyPath.ROOT.key("canary");

  /** Kafka's rule for topics (org.apache.kafka.common.internals.Topic). */
  private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");

  private final Section canary;
  private final Function<String, String> environment;

  private CanaryReader(Section canary, Function<String, String> environment) {
    this.canary = canary;
    this.environment = environment;
  }

  /** The canary, absent if it is off; what stands below the key is checked all the same. */
  static Optional<Canary> read(Section top, Function<String, String> environment)
      throws ConfigException {
    CanaryReader reader = new CanaryReader(top.section("canary", KEYS), environment);
    CanaryTopic topic = reader.topic();
    CanaryPace pace = reader.pace();
    Optional<String> instance = reader.instance();
    return reader.canary.flag("enabled", false)
        ? Optional.of(new Canary(topic, pace, instance.orElseGet(reader::hostName)))
        : Optional.empty();
  }

  private CanaryTopic topic() throws ConfigException {
    return new CanaryTopic(
        canary.get("topic", CanaryReader::name, "__kafka_canary"),
        // Kafka's protocol has 16 bits for it.
        canary.get("replicationFactor", value -> (int) value.integer(1, Short.MAX_VALUE), 3),
        canary.flag("manageTopic", true),
        canary.flag("reassign", false));
  }

  private CanaryPace pace() throws ConfigException {
    CanaryPace pace =
        new CanaryPace(
            canary.seconds("intervalSeconds", 1, 1),
            canary.seconds("commitIntervalSeconds", 1, 5),
            canary.seconds("produceSlaSeconds", 1, 5),
            canary.seconds("endToEndSlaSeconds", 1, 20),
            canary.seconds("commitSlaSeconds", 1, 5));
    if (pace.endToEndSla().compareTo(pace.produceSla()) < 0) {
      throw canary
          .source()
          .error(
              canary.locationOf("endToEndSlaSeconds"),
              PATH.key("endToEndSlaSeconds"),
              String.format(
                  "found %d, expected at least the %d of produceSlaSeconds; a message is on its way until it is"
                      + " received, so give it as long as sending may take, or more",
                  pace.endToEndSla().toSeconds(), pace.produceSla().toSeconds()));
    }
    return pace;
  }

  private Optional<String> instance() throws ConfigException {
    Optional<Value> value = canary.find("instance");
    return value.isEmpty() || value.get().text().isEmpty()
        ? Optional.empty()
        : Optional.of(name(value.get()));
  }

  private static String name(Value value) throws ConfigException {
    String text = value.text();
    if (!NAME.matcher(text).matches()) {
      throw value.error(
          "1 to 249 letters, digits, '.', '_' or '-'",
          "it is a name in Kafka, or a part of one; write it without other characters");
    }
    return text;
  }

  /** The same at each start, so that no groups of an earlier one stay behind. */
  private String hostName() {
    return localHostName()
        .or(() -> Optional.ofNullable(environment.apply("HOSTNAME")))
        .filter(name -> NAME.matcher(name).matches())
        .orElse("monitor");
  }

  private static Optional<String> localHostName() {
    try {
      return Optional.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return Optional.empty(); // A host need not know its own address.
    }
  }
}
