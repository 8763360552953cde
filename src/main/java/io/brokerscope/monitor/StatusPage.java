package io.brokerscope.monitor;

import io.brokerscope.monitor.canary.CanaryState;
import io.brokerscope.monitor.canary.CanaryState.PartitionState;
import io.brokerscope.monitor.cluster.Broker;
import io.brokerscope.monitor.cluster.Brokers;
import io.brokerscope.monitor.lag.LagSum;
import io.brokerscope.monitor.lag.LagView.GroupRow;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The page at {@code /}: the state of the cluster in words, for somebody who has no board at hand.
 */
final class StatusPage implements Supplier<String> {
  private static final int GROUPS_SHOWN = 20;

  private static final String STYLE =
      "body{font-family:sans-serif;margin:2em;max-width:70em}table{border-collapse:collapse}"
          + "th,td{text-align:left;padding:.2em 1.2em .2em 0;border-bottom:1px solid #ddd}"
          + ".problem{background:#fde8e8;padding:.5em 1em}";

  private final RunningMonitor monitor;
  private final String version;

  StatusPage(RunningMonitor monitor, String version) {
    this.monitor = monitor;
    this.version = version;
  }

  @Override
  public String get() {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">");
    page.append("<meta http-equiv=\"refresh\" content=\"10\">");
    page.append("<title>Brokerscope monitor</title><style>")
        .append(STYLE)
        .append("</style></head>\n");
    page.append("<body>\n<h1>Brokerscope monitor</h1>\n");
    Brokers brokers = monitor.brokers();
    brokers.problem().ifPresent(problem -> page.append(problem(problem)));
    monitor.rights().problems().forEach(problem -> page.append(problem(problem)));
    page.append(brokers(brokers));
    page.append(groups(monitor.snapshot().lag().groups()));
    monitor.canary().ifPresent(canary -> page.append(canary(canary)));
    page.append("<p><a href=\"/metrics\">/metrics</a> · <a href=\"/-/healthy\">/-/healthy</a> ·");
    page.append(" <a href=\"/-/ready\">/-/ready</a></p>\n<p>Version ");
    return page.append(HtmlTable.escaped(version)).append("</p>\n</body>\n</html>\n").toString();
  }

  private static String problem(String text) {
    return "<p class=\"problem\">" + HtmlTable.escaped(text) + "</p>\n";
  }

  private static String brokers(Brokers brokers) {
    HtmlTable table =
        new HtmlTable(
            "Brokers of cluster " + brokers.clusterId().orElse("(not known yet)"),
            List.of("id", "address", "rack", "state", "controller"));
    for (Broker broker : brokers.all()) {
      boolean controls = brokers.controller().orElse(-1) == broker.id();
      table.row(
          Integer.toString(broker.id()),
          broker.address(),
          broker.rack().orElse(""),
          broker.up() ? "up" : "down",
          controls ? "active" : "");
    }
    return table.html();
  }

  private static String groups(List<GroupRow> groups) {
    Comparator<LagSum> byAge = Comparator.comparingDouble(StatusPage::ageForOrder);
    Comparator<LagSum> byMessages = Comparator.comparingDouble(lag -> orZero(lag.messages()));
    List<GroupRow> worst =
        groups.stream()
            .sorted(Comparator.comparing(GroupRow::lag, byAge.thenComparing(byMessages).reversed()))
            .limit(GROUPS_SHOWN)
            .toList();
    HtmlTable table =
        new HtmlTable(
            "Groups with the longest lag (%d of %d)".formatted(worst.size(), groups.size()),
            List.of("group", "state", "members", "lag, messages", "oldest message, seconds"));
    for (GroupRow group : worst) {
      table.row(
          group.id(),
          group.state(),
          Integer.toString(group.members()),
          number("%,.0f", group.lag().messages()),
          number("%,.1f", group.lag().mostSeconds()));
    }
    return table.html();
  }

  private static String canary(CanaryState canary) {
    HtmlTable checks = new HtmlTable("Canary", List.of("can a client", "on every broker, lately"));
    checks.row("write", yesOrNo(canary.produceUp()));
    checks.row("read what was written", yesOrNo(canary.consumeUp()));
    checks.row("commit", yesOrNo(canary.commitUp()));
    HtmlTable partitions =
        new HtmlTable(
            "Canary, by partition",
            List.of("partition", "broker", "written, seconds ago", "read, seconds ago"));
    for (PartitionState partition : canary.partitions()) {
      partitions.row(
          Integer.toString(partition.partition()),
          Integer.toString(partition.leader()),
          seconds(partition.produceAge()),
          seconds(partition.receiveAge()));
    }
    String problem = canary.topicProblem().map(StatusPage::problem).orElse("");
    return checks.html() + problem + partitions.html();
  }

  private static String yesOrNo(boolean up) {
    return up ? "yes" : "no";
  }

  private static String seconds(Optional<Duration> age) {
    return age.map(duration -> "%.1f".formatted(duration.toMillis() / 1e3)).orElse("never");
  }

  /** A lag whose age is not known may be the longest. */
  private static double ageForOrder(LagSum lag) {
    boolean ageMissing = Double.isNaN(lag.mostSeconds()) && lag.messages() > 0;
    return ageMissing ? Double.MAX_VALUE : orZero(lag.mostSeconds());
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "?" : format.formatted(value);
  }
}
