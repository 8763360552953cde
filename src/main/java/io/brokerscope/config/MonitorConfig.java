package io.brokerscope.config;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the monitor is told: one file a cluster, every default filled in.
 *
 * @param clients settings of Kafka's clients, secrets among them
 * @param listen where the metrics are served; not looked up, an IPv6 host in brackets
 * @param collect how often Kafka is asked, and how long an answer may take
 * @param choice which topics and groups are looked at
 * @param lag how consumer lag is shown
 * @param canary the end-to-end probe; absent if it is off
 */
public record MonitorConfig(
    Clients clients,
    InetSocketAddress listen,
    Collect collect,
    Choice choice,
    Lag lag,
    Optional<Canary> canary) {

  /**
   * Settings that go to Kafka's clients as they are; what a client's own map says wins over {@code
   * kafka}.
   *
   * @param kafka for all clients; has {@code bootstrap.servers}
   */
  public record Clients(
      Map<String, String> kafka,
      Map<String, String> admin,
      Map<String, String> producer,
      Map<String, String> consumer) {

    public Clients {
      kafka = Map.copyOf(kafka);
      admin = Map.copyOf(admin);
      producer = Map.copyOf(producer);
      consumer = Map.copyOf(consumer);
    }

    /** Without the values, which may be secrets. */
    @Override
    public String toString() {
      return "Clients[kafka=%s, admin=%s, producer=%s, consumer=%s]"
          .formatted(kafka.keySet(), admin.keySet(), producer.keySet(), consumer.keySet());
    }
  }

  /**
   * The pace.
   *
   * @param interval between the starts of two cycles
   * @param timeout of each step of a cycle
   * @param brokersInterval between two looks at which brokers live
   * @param logDirsEvery cycles from one look at log directories and topic settings to the next
   * @param rememberBrokers how long a broker that is no longer listed is shown as down
   */
  public record Collect(
      Duration interval,
      Duration timeout,
      Duration brokersInterval,
      int logDirsEvery,
      Duration rememberBrokers) {}

  /**
   * What is looked at; decided before anything is fetched.
   *
   * @param topics by name
   * @param groups by group id
   * @param groupStates in Kafka's words, such as {@code Stable}; empty for all
   * @param groupIdleMax a group without members whose offsets have not moved for longer is not
   *     shown; zero for no limit
   */
  public record Choice(
      NameChoice topics, NameChoice groups, Set<String> groupStates, Duration groupIdleMax) {

    public Choice {
      groupStates = Set.copyOf(groupStates);
    }
  }

  /**
   * Names by two regular expressions, each of which must match the whole name.
   *
   * @param exclude wins; absent for nothing
   */
  public record NameChoice(Pattern include, Optional<Pattern> exclude) {

    public boolean includes(String name) {
      return include.matcher(name).matches()
          && exclude.map(pattern -> !pattern.matcher(name).matches()).orElse(true);
    }
  }

  /** What consumer lag has series for. */
  public enum Granularity {
    PARTITION,
    TOPIC,
    GROUP
  }

  /**
   * How lag is shown.
   *
   * @param ignoreBelow a lag of fewer messages counts as none; 0 for every message counts
   * @param seconds whether the age of the oldest message not yet committed is looked up
   * @param statusIntervals cycles that a status is judged by
   * @param statusAllowedLag up to which lag a status is OK, in messages
   */
  public record Lag(
      Granularity granularity,
      long ignoreBelow,
      boolean seconds,
      int statusIntervals,
      long statusAllowedLag) {}

  /**
   * The end-to-end probe.
   *
   * @param topic its own topic
   * @param pace how often and how fast
   * @param instance tells monitors of one cluster apart; in the names of the commit probe's groups
   */
  public record Canary(CanaryTopic topic, CanaryPace pace, String instance) {}

  /**
   * The canary's topic.
   *
   * @param replicationFactor at most as many as there are brokers
   * @param manage whether it is created and grown when brokers are added
   * @param reassign whether replicas on brokers that are gone may be moved
   */
  public record CanaryTopic(String name, int replicationFactor, boolean manage, boolean reassign) {}

  /**
   * The canary's pace.
   *
   * @param interval between two probes of a partition
   * @param commitInterval between two commits to a coordinator
   * @param produceSla how long a send may take, all retries included
   * @param endToEndSla from the send to the receipt; beyond it a message is late
   * @param commitSla how long a commit may take
   */
  public record CanaryPace(
      Duration interval,
      Duration commitInterval,
      Duration produceSla,
      Duration endToEndSla,
      Duration commitSla) {}
}
