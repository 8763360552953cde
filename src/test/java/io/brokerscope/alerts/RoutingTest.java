package io.brokerscope.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.exposition.Tool;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every alert reaches whom it should, by amtool's account. */
class RoutingTest {
  private static final Pattern NAME_MATCHER =
      Pattern.compile("alertname\\s*(?:!~|=~|=)\\s*\"?([^\",\\]\n]+)\"?");

  @Test
  void amtoolAcceptsTheConfiguration() throws Exception {
    Tool.Outcome outcome =
        ShippedFiles.amtool()
            .run(new byte[0], "check-config", ShippedFiles.ALERTMANAGER.toString());
    assertEquals(0, outcome.exitCode(), outcome::output);
  }

  @ParameterizedTest
  @CsvSource({
    "alertname=KafkaOfflinePartitions severity=page, pager",
    "alertname=KafkaProduceAvailabilityBudgetBurn severity=page slo=produce-availability, pager",
    "alertname=KafkaAnything severity=page team=data, pager",
    "alertname=KafkaBrokerDown severity=ticket, ticket-queue",
    "alertname=KafkaHandlersOverloaded severity=ticket urgency=high, ticket-queue",
    "alertname=KafkaConsumerStalled severity=ticket team=data, data-team",
    "alertname=KafkaConsumerFreshnessBudgetBurn severity=ticket team=data slo=consumer-freshness, data-team",
    "alertname=KafkaAnything severity=ticket team=data urgency=high, data-team",
    "alertname=KafkaAnything severity=ticket team=other, ticket-queue",
    "alertname=KafkaLeadersUnbalanced severity=info, nowhere",
    "alertname=KafkaAnything severity=info team=data, nowhere",
    "alertname=Watchdog severity=none, dead-mans-switch",
    "alertname=KafkaOutageOver severity=none, nowhere",
    "alertname=SomethingWithoutSeverity, ticket-queue"
  })
  void anAlertGoesTo(String labels, String receiver) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "config",
                "routes",
                "test",
                "--config.file=" + ShippedFiles.ALERTMANAGER,
                "--verify.receivers=" + receiver));
    arguments.addAll(Arrays.asList(labels.split(" ", -1)));
    Tool.Outcome outcome = ShippedFiles.amtool().run(new byte[0], arguments.toArray(String[]::new));
    assertEquals(0, outcome.exitCode(), outcome::output);
  }

  @Test
  void onlyTicketsThatCanWaitWaitForTheMorning() throws Exception {
    Map<?, ?> configuration = read();
    Map<?, ?> route = (Map<?, ?>) configuration.get("route");
    List<String> waiting = new ArrayList<>();
    for (Object child : (List<?>) route.get("routes")) {
      Map<?, ?> fields = (Map<?, ?>) child;
      if (fields.containsKey("active_time_intervals")) {
        waiting.add(fields.get("matchers").toString());
      }
    }
    assertEquals(List.of("[team = data]", "[severity = ticket]"), waiting);
  }

  @Test
  void everyAlertItNamesHasARunbook() throws Exception {
    List<String> alerts = Runbook.all().stream().map(Runbook::alert).toList();
    List<String> unknown =
        NAME_MATCHER
            .matcher(Files.readString(ShippedFiles.ALERTMANAGER))
            .results()
            .flatMap(match -> Arrays.stream(match.group(1).strip().split("\\|", -1)))
            .filter(pattern -> alerts.stream().noneMatch(alert -> alert.matches(pattern)))
            .toList();
    assertEquals(List.of(), unknown);
  }

  private static Map<?, ?> read() throws Exception {
    return new Yaml(new SafeConstructor(new LoaderOptions()))
        .load(Files.readString(ShippedFiles.ALERTMANAGER));
  }
}
