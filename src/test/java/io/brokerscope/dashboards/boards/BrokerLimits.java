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

/** The board Broker on quotas, sessions, conversions, transactions and groups. */
final class BrokerLimits {
  private static final Link TOPICS = Link.to(BoardId.TOPICS);
  private static final Link REQUESTS = Link.to(BoardId.REQUESTS).keeping("instance");
  private static final Link LAG = Link.to(BoardId.LAG);

  private BrokerLimits() {}

  static Section section() {
    return Section.of("What else slows clients down?", clients(), state());
  }

  private static Line clients() {
    return line(
        8,
        lines(
                "Message conversions per second",
                "0 is normal. Clients of another message format cost the broker CPU and page cache; update them.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                REQUESTS)
            .query(
                "produce",
                "sum(rate(kafka_server_brokertopicmetrics_producemessageconversions_total{:instance}[:rate]))")
            .query(
                "fetch",
                "sum(rate(kafka_server_brokertopicmetrics_fetchmessageconversions_total{:instance}[:rate]))"),
        lines(
                "Requests that waited in vain, per second",
                "Produce: 0 is normal, else followers did not answer in time. Fetches of consumers that "
                    + "found no new data expire all the time.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                REQUESTS)
            .query(
                "produce",
                "sum(rate(kafka_server_delayedproducemetrics_expires_total{:instance}[:rate]))")
            .query(
                "fetch by a {{fetcherType}}",
                rateBy("fetcherType", "kafka_server_delayedfetchmetrics_expires_total{:instance}")),
        lines(
                "Fetch sessions thrown out per second",
                "0 is normal. Else there are more consumers than max.incremental.fetch.session.cache.slots, "
                    + "and fetches get larger.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                Link.to(BoardId.REQUESTS).taking("instance"))
            .query(
                "{{instance}}",
                rateBy(
                    "instance",
                    "kafka_server_fetchsessioncache_incrementalfetchsessionevictions_total{:instance}")));
  }

  private static Line state() {
    return line(
        8,
        lines(
                "Records that were refused, per second",
                "0 is normal. Bad checksums are a broken network or client; offsets out of order a producer's fault.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                TOPICS)
            .query(
                "checksum",
                "sum(rate(kafka_server_brokertopicmetrics_invalidmessagecrcrecords_total{:instance}[:rate]))")
            .query(
                "sequence",
                "sum(rate(kafka_server_brokertopicmetrics_invalidoffsetorsequencerecords_total{:instance}[:rate]))")
            .query(
                "format",
                "sum(rate(kafka_server_brokertopicmetrics_invalidmagicnumberrecords_total{:instance}[:rate]))")
            .query(
                "no key",
                "sum(rate(kafka_server_brokertopicmetrics_nokeycompactedtopicrecords_total{:instance}[:rate]))"),
        lines(
                "Producer ids, and partitions with transactions that hang",
                "Ids take heap: a climb is a producer that is made anew for each message. Late "
                    + "transactions are 0; they hold up read_committed consumers.",
                Unit.COUNT,
                Calc.MAX,
                Link.to(BoardId.JVM).taking("instance"))
            .query(
                "{{instance}} ids",
                maxBy("instance", "kafka_server_replicamanager_produceridcount{:instance}"))
            .query(
                "{{instance}} late",
                maxBy(
                    "instance",
                    "kafka_server_replicamanager_partitionswithlatetransactionscount{:instance}")),
        lines(
                "How long do group coordinators let events wait? (p99)",
                "A few ms. More: too many commits or too many groups on one coordinator.",
                Unit.MILLISECONDS,
                Calc.MAX,
                LAG)
            .query(
                "{{instance}}",
                maxBy(
                    "instance",
                    "kafka_server_group_coordinator_metrics_event_queue_time_ms_p99{:instance}"))
            .thresholds(Thresholds.warnFrom(1000)));
  }
}
