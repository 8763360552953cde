package io.brokerscope.config;

import io.brokerscope.config.MonitorConfig.Choice;
import io.brokerscope.config.MonitorConfig.Clients;
import io.brokerscope.config.MonitorConfig.Collect;
import io.brokerscope.config.MonitorConfig.Granularity;
import io.brokerscope.config.MonitorConfig.Lag;
import io.brokerscope.config.MonitorConfig.NameChoice;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the monitor's configuration file. Every key that is not known is an error.
 *
 * <p>{@code ${NAME}} and {@code ${NAME:-default}} in a text stand for an environment variable, as
 * in the agent's files.
 *
 * <p>Settings of Kafka's clients may be secrets, so no error shows a value of {@code kafka}, {@code
 * admin}, {@code producer} or {@code consumer}, wherever it stands; of broken YAML nothing is
 * quoted, and YAML's anchors are refused.
 */
public final class MonitorConfigReader {
  static final List<String> COLLECT_KEYS =
      List.of(
          "intervalSeconds",
          "timeoutSeconds",
          "brokersIntervalSeconds",
          "logDirsEvery",
          "rememberBrokersSeconds");

  static final List<String> TOPICS_KEYS = List.of("include", "exclude");
  static final List<String> GROUPS_KEYS = List.of("include", "exclude", "states", "idleMaxSeconds");

  static final List<String> LAG_KEYS =
      List.of("granularity", "ignoreBelow", "seconds", "statusIntervals", "statusAllowedLag");

  static final List<String> CLIENTS = List.of("kafka", "admin", "producer", "consumer");

  static final List<String> KEYS =
      List.of(
          "kafka",
          "admin",
          "producer",
          "consumer",
          "listen",
          "collect",
          "topics",
          "groups",
          "lag",
          "canary");

  /** The states of a group, in the words of org.apache.kafka.common.GroupState. */
  static final List<String> GROUP_STATES =
      List.of(
          "Stable",
          "Empty",
          "PreparingRebalance",
          "CompletingRebalance",
          "Assigning",
          "Reconciling",
          "NotReady",
          "Dead");

  private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
  private static final InetSocketAddress DEFAULT_LISTEN =
      InetSocketAddress.createUnresolved("0.0.0.0", 9308);

  private final Function<String, String> environment;

  /**
   * Makes a reader for any number of files.
   *
   * @param environment a variable's value by its name, null if it is not set; {@code
   *     System::getenv} in earnest
   */
  public MonitorConfigReader(Function<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Reads one file.
   *
   * @param fileName as the user wrote it; errors begin with it
   * @param yaml the file's content, UTF-8, at most 1 MiB
   * @throws ConfigException whose message is one line, {@code file:line:column: key.path: found …,
   *     expected …; …}
   */
  public MonitorConfig read(String fileName, byte[] yaml) throws ConfigException {
    Source source = new Source(fileName, true, environment);
    Optional<Node> root =
        new YamlDocument(source, false).compose(new YamlText(source).decode(yaml));
    if (root.isEmpty()) {
      return read(Section.empty(source));
    }
    Anchors.refuse(source, root.get());
    return read(new Value(source, KeyPath.ROOT, root.get()).section(KEYS));
  }

  private MonitorConfig read(Section top) throws ConfigException {
    return new MonitorConfig(
        clients(top),
        top.get("listen", ListenAddress::read, DEFAULT_LISTEN),
        collect(top.section("collect", COLLECT_KEYS)),
        choice(top),
        lag(top.section("lag", LAG_KEYS)),
        CanaryReader.read(top, environment));
  }

  private static Clients clients(Section top) throws ConfigException {
    Map<String, String> kafka = ClientSettingsReader.read(top, "kafka");
    if (kafka.getOrDefault(BOOTSTRAP_SERVERS, "").isBlank()) {
      throw top.source()
          .error(
              top.locationOf("kafka"),
              KeyPath.ROOT.key("kafka"),
              "found no bootstrap.servers, expected addresses of brokers; write 'bootstrap.servers: host:9092' below"
                  + " kafka");
    }
    return new Clients(
        kafka,
        ClientSettingsReader.read(top, "admin"),
        ClientSettingsReader.read(top, "producer"),
        ClientSettingsReader.read(top, "consumer"));
  }

  private static Collect collect(Section collect) throws ConfigException {
    Duration interval = collect.seconds("intervalSeconds", 1, 30);
    Duration timeout = collect.seconds("timeoutSeconds", 1, 10);
    if (timeout.compareTo(interval) >= 0) {
      throw collect
          .source()
          .error(
              collect.locationOf("timeoutSeconds"),
              KeyPath.ROOT.key("collect").key("timeoutSeconds"),
              String.format(
                  "found %d, expected less than the %d of intervalSeconds; a step of a cycle must not outlast the"
                      + " cycle, so lower this or raise that",
                  timeout.toSeconds(), interval.toSeconds()));
    }
    return new Collect(
        interval,
        timeout,
        collect.seconds("brokersIntervalSeconds", 1, 5),
        collect.integer("logDirsEvery", 1, 10),
        collect.seconds("rememberBrokersSeconds", 0, 3600));
  }

  private static Choice choice(Section top) throws ConfigException {
    Section topics = top.section("topics", TOPICS_KEYS);
    Section groups = top.section("groups", GROUPS_KEYS);
    return new Choice(
        names(topics, ""),
        names(groups, "kafka-canary-.*"),
        groups.get("states", MonitorConfigReader::states, Set.of()),
        groups.seconds("idleMaxSeconds", 0, 0));
  }

  private static NameChoice names(Section section, String excludeWhenAbsent)
      throws ConfigException {
    Pattern include = section.get("include", Value::regex, Pattern.compile(".*"));
    Pattern exclude = section.get("exclude", Value::regex, Pattern.compile(excludeWhenAbsent));
    // No name is empty, so an empty pattern excludes nothing.
    return new NameChoice(include, Optional.of(exclude).filter(e -> !e.pattern().isEmpty()));
  }

  private static Set<String> states(Value list) throws ConfigException {
    List<String> states = new ArrayList<>();
    for (Value item : list.items()) {
      states.add(item.oneOf(GROUP_STATES));
    }
    return Set.copyOf(states);
  }

  private static Lag lag(Section lag) throws ConfigException {
    return new Lag(
        lag.get("granularity", MonitorConfigReader::granularity, Granularity.PARTITION),
        lag.get("ignoreBelow", value -> value.integer(0, Long.MAX_VALUE), 0L),
        lag.flag("seconds", true),
        lag.integer("statusIntervals", 3, 10),
        lag.get("statusAllowedLag", value -> value.integer(0, Long.MAX_VALUE), 0L));
  }

  private static Granularity granularity(Value value) throws ConfigException {
    List<String> names =
        Arrays.stream(Granularity.values()).map(g -> g.name().toLowerCase(Locale.ROOT)).toList();
    return Granularity.valueOf(value.oneOf(names).toUpperCase(Locale.ROOT));
  }
}
