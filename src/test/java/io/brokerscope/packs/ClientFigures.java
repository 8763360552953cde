package io.brokerscope.packs;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.kafka.Await;
import io.brokerscope.packs.clients.ClientNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/** What a live process tells of one of its clients. */
record ClientFigures(LiveProcess process, String clientId) {
  private static final double MINUTE_MILLIS = 60_000;

  static ClientFigures of(String process, String clientId) throws Exception {
    return new ClientFigures(LivePlant.running().process(process), clientId);
  }

  /** The client's value of the series, if there is one. */
  OptionalDouble now(String name) throws Exception {
    return now(name, Map.of());
  }

  /**
   * The same of a part of the client.
   *
   * @param part the labels besides clientId
   */
  OptionalDouble now(String name, Map<String, String> part) throws Exception {
    Map<String, String> labels = new HashMap<>(part);
    labels.put("clientId", ClientNames.label(clientId));
    return process.page().value(name, labels);
  }

  /** Waits until the series is there and its value is accepted, and returns that. */
  double await(String name, DoublePredicate accepted) throws Exception {
    return await(name, Map.of(), accepted);
  }

  double await(String name, Map<String, String> part, DoublePredicate accepted) throws Exception {
    return Await.until(
            "a good value of %s %s of %s".formatted(name, part, clientId),
            () -> now(name, part),
            value -> value.isPresent() && accepted.test(value.getAsDouble()))
        .getAsDouble();
  }

  double awaitPositive(String name) throws Exception {
    return await(name, value -> value > 0);
  }

  void awaitEqual(double expected, String name) throws Exception {
    await(name, value -> value == expected);
  }

  /** Waits until a counter has grown. */
  void awaitGrowth(String name) throws Exception {
    double before = awaitPositive(name);
    await(name, value -> value > before);
  }

  /** Waits for an average, {@code name_avg}, and a maximum, {@code name_max}, between limits. */
  void awaitAverageAndMaximum(String name, double least, double most) throws Exception {
    double average = await(name + "_avg", value -> value >= least && value <= most);
    await(name + "_max", value -> value >= average && value <= most);
  }

  /**
   * Waits for the average and the maximum, in milliseconds, of what happened once: after a minute
   * Kafka says NaN of it.
   */
  void awaitTimesOfOnce(String name) throws Exception {
    for (String kind : List.of("_avg", "_max")) {
      await(name + kind, value -> Double.isNaN(value) || (value >= 0 && value < MINUTE_MILLIS));
    }
  }

  /** All series of this client. */
  List<Sample> series() throws Exception {
    String label = ClientNames.label(clientId);
    return kafkaSeries(process.page()).stream()
        .filter(sample -> label.equals(sample.labels().get("clientId")))
        .toList();
  }

  /** All series of a page that the rules gave. */
  static List<Sample> kafkaSeries(MetricsPage page) {
    return page.samples().stream().filter(sample -> sample.name().startsWith("kafka_")).toList();
  }
}
