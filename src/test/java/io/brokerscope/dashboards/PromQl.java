package io.brokerscope.dashboards;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shorthand that boards are written in: PromQL with single quotes, over any number of lines,
 * and these words in front of a selector's or range's other parts.
 *
 * <ul>
 *   <li>{@code :cluster} of the chosen cluster
 *   <li>{@code :instance}, {@code :topic}, {@code :group}, {@code :connector} of it what is chosen;
 *       {@code :probe} the canary's messages to the chosen brokers, {@code :client} of the chosen
 *       clients of the chosen instances
 *   <li>{@code :process} of the chosen instances those that are JVMs
 *   <li>{@code :node} and {@code :broker} node_exporter and the brokers on the chosen hosts
 *   <li>{@code :rate} the range that a rate needs at this zoom
 * </ul>
 */
public final class PromQl {
  private static final String CLUSTER = "kafka_cluster=\"$kafka_cluster\"";

  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("{:cluster", "{" + CLUSTER);
    WORDS.put("{:instance", chosen("instance"));
    WORDS.put("{:process", chosen("instance") + ",job=~\"kafka.*\"");
    WORDS.put("{:topic", chosen("topic"));
    WORDS.put("{:connector", chosen("connector"));
    WORDS.put("{:probe", chosen("broker"));
    WORDS.put("{:group", chosen("consumergroup"));
    WORDS.put("{:client", chosen("instance") + ",clientId=~\"$clientId\"");
    WORDS.put("{:node", onHost("node"));
    WORDS.put("{:broker", onHost("kafka"));
    WORDS.put("[:rate]", "[$__rate_interval]");
  }

  private PromQl() {}

  /** What a counter grows by in a second, added up for each combination of these labels. */
  public static String rateBy(String labels, String selector) {
    return "sum by (%s) (rate(%s[:rate]))".formatted(labels, selector);
  }

  public static String sumBy(String labels, String selector) {
    return "sum by (%s) (%s)".formatted(labels, selector);
  }

  /** Also drops what tells series of one and the same thing apart, such as two monitors. */
  public static String maxBy(String labels, String selector) {
    return "max by (%s) (%s)".formatted(labels, selector);
  }

  static String expand(String shorthand) {
    String expr = shorthand.replace('\'', '"').replaceAll("\\s+", " ").strip();
    expr = expr.replace("( ", "(").replace(" )", ")");
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      expr = expr.replace(word.getKey(), word.getValue());
    }
    return expr;
  }

  /** Of a job, whatever the port. */
  private static String onHost(String job) {
    return "{" + CLUSTER + ",job=\"" + job + "\",instance=~\"$host(:.+)?\"";
  }

  private static String chosen(String variable) {
    return "{" + CLUSTER + "," + variable + "=~\"$" + variable + "\"";
  }
}
