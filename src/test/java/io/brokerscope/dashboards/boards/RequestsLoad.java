package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.Section.line;

import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;

/** The board Requests on how many there are, and who serves them. */
final class RequestsLoad {
  private static final Link BROKER = Link.to(BoardId.BROKER).taking("instance");
  private static final Link TOPICS = Link.to(BoardId.TOPICS);

  private RequestsLoad() {}

  static Section requests() {
    return Section.of("How many, how big, how wrong?", counts(), sizes());
  }

  static Section servers() {
    return Section.of("Are there threads to serve them?", threads());
  }

  private static Line counts() {
    return line(
        8,
        lines(
                "Which requests arrive most? (per second)",
                "Fetch and Produce lead. Much Metadata, ApiVersions or FindCoordinator is a client in a loop.",
                Unit.REQUESTS_PER_SECOND,
                Calc.MEAN,
                Link.to(BoardId.REQUESTS).taking("request").keeping("instance"))
            .query(
                "{{request}}",
                "topk(15, %s > 0)"
                    .formatted(
                        rateBy(
                            "request", "kafka_network_requestmetrics_requests_total{:instance}")))
            .manyLines(),
        lines(
                "Which requests fail, and why? (errors per second)",
                "Errors of clients and errors of the cluster: NOT_ENOUGH_REPLICAS, KAFKA_STORAGE_ERROR, "
                    + "UNKNOWN_SERVER_ERROR and REQUEST_TIMED_OUT use up the error budget.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                Link.to(BoardId.REQUESTS).taking("request").keeping("instance"),
                TOPICS)
            .query(
                "{{request}} {{error}}",
                "topk(15, %s > 0)"
                    .formatted(
                        rateBy(
                            "request, error",
                            "kafka_network_requestmetrics_errors_total{:instance,error!='NONE'}")))
            .ranked()
            .emptyMeans("No errors"),
        lines(
                "Which versions of $request are in use? (per second)",
                "The higher the newer the clients. Very old versions are refused from Kafka 4.0 on.",
                Unit.REQUESTS_PER_SECOND,
                Calc.MEAN,
                Link.to(BoardId.CLUSTER))
            .query(
                "version {{version}}",
                rateBy(
                    "version",
                    "kafka_network_requestmetrics_requests_total{:instance,request='$request'}"))
            .manyLines());
  }

  private static Line sizes() {
    return line(
        8,
        lines(
                "How big are requests? (quantile $quantile)",
                "Produce up to max.request.size of its clients (1 MiB). Bigger ones take longer in all parts.",
                Unit.BYTES,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}}",
                maxBy(
                    "instance",
                    "kafka_network_requestmetrics_requestbytes{:instance,request='$request',quantile='$quantile'}")),
        lines(
                "How much memory to unpack them? (quantile $quantile)",
                "Near 0, unless messages are converted or recompressed.",
                Unit.BYTES,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}}",
                maxBy(
                    "instance",
                    "kafka_network_requestmetrics_temporarymemorybytes{:instance,request=~'Produce|Fetch',quantile='$quantile'}")),
        lines(
                "How long are clients held back by quotas? (ms on average)",
                "0 is normal. A quota does what it is for; half an hour of it is too low or a mistake. "
                    + "Quotas of client ids show in the lines of all who ask the same.",
                Unit.MILLISECONDS,
                Calc.MAX,
                TOPICS)
            .query(
                "{{user}} {{resource}}",
                maxBy("user, resource", "kafka_server_quota_throttle_time{:instance}"))
            .query("all {{request}}", Throttling.byRequest(":instance"))
            .emptyMeans("Nobody is held back"));
  }

  private static Line threads() {
    return line(
        8,
        lines(
                "How idle are the request handlers? (share of time)",
                "Above 30 % is normal; below 20 % part 1 grows, below 10 % everybody waits.",
                Unit.SHARE,
                Calc.MIN,
                BROKER)
            .query("{{instance}}", Handlers.idle(":instance"))
            .upTo(1)
            .thresholds(Thresholds.badBelow(0.2, 0.1)),
        lines(
                "How idle are the network threads? (share of time)",
                "Above 30 % is normal; below, parts 5 and 6 grow.",
                Unit.SHARE,
                Calc.MIN,
                BROKER)
            .query(
                "{{instance}}",
                "min by (instance) (kafka_network_socketserver_networkprocessoravgidle_percent{:instance})")
            .upTo(1)
            .thresholds(Thresholds.warnBelow(0.3)),
        lines(
                "How many requests wait for a handler?",
                "Near 0. At 500 (queued.max.requests) the broker reads from nobody; 400 is a ticket.",
                Unit.COUNT,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}}",
                maxBy("instance", "kafka_network_requestchannel_requestqueuesize{:instance}"))
            .thresholds(Thresholds.warnFrom(400)));
  }
}
