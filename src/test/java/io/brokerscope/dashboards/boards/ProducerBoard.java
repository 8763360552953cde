package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.Section.line;
import static io.brokerscope.dashboards.Table.table;
import static io.brokerscope.dashboards.boards.ClientBoard.max;
import static io.brokerscope.dashboards.boards.ClientBoard.rate;

import io.brokerscope.dashboards.Board;
import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Scale;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;

/** An application that writes, from its own side. */
final class ProducerBoard {
  private static final ClientBoard CLIENTS = new ClientBoard(BoardId.PRODUCER, "producer");
  private static final Link REQUESTS = Link.to(BoardId.REQUESTS);

  private ProducerBoard() {}

  static Board board() {
    return Board.of(
        BoardId.PRODUCER,
        "Does a producer get its messages written, and what slows it down?",
        CLIENTS.variables(),
        Section.of("Which producer has trouble?", producers()),
        Section.of("Does it get its messages written?", success()),
        Section.of("How long does it take?", time()),
        Section.of("Does it batch well?", batches()),
        Section.of("Does it run into a limit?", limits()));
  }

  private static Line producers() {
    return line(
        9,
        table(
                "Which producers are there, and how are they?",
                "A click chooses one. Errors are messages that the application lost unless it tries again itself.",
                ClientBoard.JVM,
                CLIENTS.oneClient())
            .label("instance", "Application")
            .label("clientId", "Client", 420)
            .label("version", "Version")
            .fact(maxBy("instance, clientId, version", "kafka_producer_version_info{:client}"))
            .bar(
                "Sent", Unit.MESSAGES_PER_SECOND, rate("kafka_producer_record_send_total{:client}"))
            .figure(
                "Errors",
                Scale.of(Unit.MESSAGES_PER_SECOND, Thresholds.badFrom(0.001)),
                rate("kafka_producer_record_error_total{:client}"))
            .figure(
                "Retries",
                Unit.MESSAGES_PER_SECOND,
                rate("kafka_producer_record_retry_total{:client}"))
            .figure(
                "Request, largest",
                Unit.MILLISECONDS,
                max("kafka_producer_request_latency_max{:client}"))
            .figure(
                "Buffer in use", Scale.of(Unit.SHARE, Thresholds.badFrom(0.8, 0.95)), bufferInUse())
            .sortedBy("Sent"));
  }

  private static String bufferInUse() {
    return max(
        "(1 - kafka_producer_buffer_available_bytes{:client} / kafka_producer_buffer_total_bytes{:client})");
  }

  private static Line success() {
    return line(
        9,
        CLIENTS.chart(
            "Messages sent per second",
            "What the application writes. A fall to 0 is its own, or it is blocked: see the buffer below.",
            Unit.MESSAGES_PER_SECOND,
            rate("kafka_producer_record_send_total{:client}")),
        CLIENTS
            .chart(
                "Messages that failed per second",
                "Always 0. The application was told, and must try again or has lost them.",
                Unit.MESSAGES_PER_SECOND,
                rate("kafka_producer_record_error_total{:client}"))
            .thresholds(Thresholds.badFrom(0.001)),
        CLIENTS.chart(
            "Messages sent again per second",
            "0 is normal, more while leaders move. All the time: timeouts, or too few replicas in sync.",
            Unit.MESSAGES_PER_SECOND,
            rate("kafka_producer_record_retry_total{:client}")),
        CLIENTS.chart(
            "Bytes sent per second",
            "After compression.",
            Unit.BYTES_PER_SECOND,
            rate("kafka_producer_outgoing_byte_total{:client}")));
  }

  private static Line time() {
    return line(
        9,
        lines(
                "How long do requests take? (mean, largest)",
                "As Produce on the board Requests, and the network. Much longer: the network.",
                Unit.MILLISECONDS,
                Calc.MAX,
                REQUESTS,
                CLIENTS.oneClient())
            .query("{{clientId}} mean", max("kafka_producer_request_latency_avg{:client}"))
            .query("{{clientId}} largest", max("kafka_producer_request_latency_max{:client}"))
            .ranked(),
        CLIENTS.chart(
            "How long does a message wait? (largest)",
            "Around linger.ms. More: requests are answered too slowly.",
            Unit.MILLISECONDS,
            max("kafka_producer_record_queue_time_max{:client}")),
        CLIENTS.chart(
            "How long do quotas hold it back? (largest)",
            "0 is normal.",
            Unit.MILLISECONDS,
            max("kafka_producer_produce_throttle_time_max{:client}")),
        CLIENTS.chart(
            "How much of the time is spent committing?",
            "Nothing without transactions. Much: transactions are too small.",
            Unit.SHARE,
            rate("kafka_producer_txn_commit_time_ns_total{:client}") + " / 1e9"));
  }

  private static Line batches() {
    return line(
        9,
        CLIENTS.chart(
            "Bytes of a batch (mean)",
            "Near batch.size (16 KiB) under load. Small ones cost brokers most: raise linger.ms.",
            Unit.BYTES,
            max("kafka_producer_batch_size_avg{:client}")),
        CLIENTS.chart(
            "Messages of a request (mean)",
            "The more the cheaper.",
            Unit.COUNT,
            max("kafka_producer_records_per_request_avg{:client}")),
        CLIENTS
            .chart(
                "How much is left after compression? (share)",
                "1 is none. 0.2 to 0.5 is usual for text with lz4 or zstd.",
                Unit.SHARE,
                max("kafka_producer_compression_rate_avg{:client}"))
            .upTo(1),
        CLIENTS.chart(
            "Bytes of a message (mean)",
            "Know your own. A jump is a new kind of message.",
            Unit.BYTES,
            max("kafka_producer_record_size_avg{:client}")));
  }

  private static Line limits() {
    return line(
        9,
        CLIENTS
            .chart(
                "How much of its buffer is in use? (share)",
                "Below 50 %. Full: send() blocks the application; brokers are slow or buffer.memory is small.",
                Unit.SHARE,
                bufferInUse())
            .upTo(1)
            .thresholds(Thresholds.badFrom(0.8, 0.95)),
        CLIENTS
            .chart(
                "How much of the time is the buffer full?",
                "0 is normal.",
                Unit.SHARE,
                max("kafka_producer_bufferpool_wait_ratio{:client}"))
            .thresholds(Thresholds.warnFrom(0.01)),
        CLIENTS.chart(
            "Requests without an answer yet",
            "Up to 5 for each broker (max.in.flight.requests.per.connection).",
            Unit.COUNT,
            max("kafka_producer_requests_in_flight{:client}")),
        CLIENTS
            .chart(
                "Connections, and logins that fail per second",
                "As many as brokers. Failing logins: an expired secret.",
                Unit.COUNT,
                max("kafka_producer_connection_count{:client}"))
            .query(
                "{{clientId}} failed",
                rate("kafka_producer_failed_authentication_total{:client}")));
  }
}
