package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.Section.line;

import io.brokerscope.dashboards.Board;
import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Chart;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;
import io.brokerscope.dashboards.Variable;
import java.util.List;

/**
 * CPU, memory, disk and network: by node_exporter, and what the nodes themselves use without it.
 */
final class HostBoard {
  private static final Link BROKER = Link.to(BoardId.BROKER).keeping("instance");
  private static final Link JVM = Link.to(BoardId.JVM).taking("instance");

  /** What a chart says when nobody scrapes the hosts. */
  private static final String NO_NODE_EXPORTER = "No node_exporter; see the last section";

  private HostBoard() {}

  static Board board() {
    return Board.of(
        BoardId.HOST,
        "Is a host short of CPU, memory, disk or network?",
        List.of(
            Variable.several(
                "instance",
                "Process or host",
                "label_values(up{:cluster,job=~'node|kafka.*'}, instance)"),
            Variable.hosts("host", "label_values(up{:instance,job=~'node|kafka.*'}, instance)")),
        Section.of("Is there CPU and memory?", cpuAndMemory()),
        Section.of("Do the disks keep up?", disks()),
        Section.of("Does the network?", network()),
        Section.of("What do the nodes use? (without node_exporter)", processes()));
  }

  /** A chart of node_exporter's figures. */
  private static Chart node(String title, String description, Unit unit, Calc calc) {
    return lines(title, description, unit, calc, BROKER).emptyMeans(NO_NODE_EXPORTER);
  }

  private static Line cpuAndMemory() {
    return line(
        8,
        node(
                "How busy are the CPUs? (share)",
                "Below 80 %. Above 90 % for half an hour is a ticket: move leaders, or more CPUs.",
                Unit.SHARE,
                Calc.MAX)
            .query(
                "{{instance}}",
                "1 - avg by (instance) (rate(node_cpu_seconds_total{:node,mode='idle'}[:rate]))")
            .upTo(1)
            .thresholds(Thresholds.badFrom(0.8, 0.9)),
        node(
                "How many threads want each CPU? (load)",
                "Up to 1. More with idle CPUs means that they wait for the disk.",
                Unit.COUNT,
                Calc.MAX)
            .query(
                "{{instance}}",
                """
                max by (instance) (node_load1{:node})
                / count by (instance) (node_cpu_seconds_total{:node,mode='idle'})
                """)
            .thresholds(Thresholds.warnFrom(1)),
        node(
                "How much memory is available? (share)",
                "Above 20 %; the cache of files counts as available. Below 5 % Kafka reads from disk.",
                Unit.SHARE,
                Calc.MIN)
            .query(
                "{{instance}}",
                "min by (instance) (node_memory_MemAvailable_bytes{:node} / node_memory_MemTotal_bytes{:node})")
            .upTo(1)
            .thresholds(Thresholds.badBelow(0.1, 0.05)),
        node(
                "How much memory caches files?",
                "Most of what processes leave. Consumers that keep up read from it and not from disk.",
                Unit.BYTES,
                Calc.MIN)
            .query("{{instance}}", maxBy("instance", "node_memory_Cached_bytes{:node}")));
  }

  private static Line disks() {
    return line(
        8,
        node(
                "How much of each file system is free?",
                "Above 40 % is calm; a full one stops its broker.",
                Unit.SHARE,
                Calc.LAST)
            .query(
                "{{instance}} {{mountpoint}}",
                """
                min by (instance, mountpoint) (
                  node_filesystem_avail_bytes{:node,fstype!~'tmpfs|ramfs|overlay|squashfs'}
                  / node_filesystem_size_bytes{:node,fstype!~'tmpfs|ramfs|overlay|squashfs'})
                """)
            .upTo(1)
            .thresholds(Thresholds.badBelow(0.4, 0.2)),
        node(
                "How long does a read or write take? (mean)",
                "Below 10 ms on SSDs. Above 100 ms for a quarter of an hour is a ticket.",
                Unit.SECONDS,
                Calc.MAX)
            .query(
                "{{instance}} {{device}}",
                """
                max by (instance, device) (
                  (rate(node_disk_read_time_seconds_total{:node}[:rate])
                    + rate(node_disk_write_time_seconds_total{:node}[:rate]))
                  / (rate(node_disk_reads_completed_total{:node}[:rate])
                    + rate(node_disk_writes_completed_total{:node}[:rate]) > 1))
                """)
            .thresholds(Thresholds.badFrom(0.05, 0.1)),
        node(
                "How much of the time is a disk busy?",
                "Below 60 %. On one that is always busy flushes and old reads get slow.",
                Unit.SHARE,
                Calc.MAX)
            .query(
                "{{instance}} {{device}}",
                rateBy("instance, device", "node_disk_io_time_seconds_total{:node}"))
            .ranked()
            .upTo(1),
        node(
                "Bytes read and written per second",
                "Writes follow the bytes in. Reads are near 0 while consumers keep up; many are "
                    + "somebody who reads old data.",
                Unit.BYTES_PER_SECOND,
                Calc.MAX)
            .query("{{instance}} read", rateBy("instance", "node_disk_read_bytes_total{:node}"))
            .query(
                "{{instance}} written", rateBy("instance", "node_disk_written_bytes_total{:node}"))
            .ranked());
  }

  private static Line network() {
    return line(
        8,
        node(
                "Bytes received and sent per second",
                "Up to 70 % of what the card can do. Replication goes over it too.",
                Unit.BYTES_PER_SECOND,
                Calc.MAX)
            .query(
                "{{instance}} received",
                rateBy(
                    "instance",
                    "node_network_receive_bytes_total{:node,device!~'lo|veth.*|docker.*|br-.*'}"))
            .query(
                "{{instance}} sent",
                rateBy(
                    "instance",
                    "node_network_transmit_bytes_total{:node,device!~'lo|veth.*|docker.*|br-.*'}")),
        node(
                "Which share of packets is bad?",
                "0. From one in a thousand on TCP gets slow: cable, card, switch.",
                Unit.SHARE,
                Calc.MAX)
            .query(
                "{{instance}} {{device}}",
                """
                max by (instance, device) (
                  (rate(node_network_receive_errs_total{:node}[:rate])
                    + rate(node_network_transmit_errs_total{:node}[:rate]))
                  / clamp_min(
                    rate(node_network_receive_packets_total{:node}[:rate])
                    + rate(node_network_transmit_packets_total{:node}[:rate]), 1))
                """)
            .ranked()
            .thresholds(Thresholds.badFrom(0.001)),
        node(
                "Which share of TCP segments is sent again?",
                "Below 0.1 %. More is loss on the way, or a receiver that is overloaded.",
                Unit.SHARE,
                Calc.MAX)
            .query(
                "{{instance}}",
                """
                max by (instance) (
                  rate(node_netstat_Tcp_RetransSegs{:node}[:rate])
                  / clamp_min(rate(node_netstat_Tcp_OutSegs{:node}[:rate]), 1))
                """));
  }

  private static Line processes() {
    return line(
        8,
        lines(
                "CPUs that the node uses",
                "Up to as many as its host has. The rest of what is busy is somebody else's.",
                Unit.COUNT,
                Calc.MAX,
                JVM)
            .query("{{instance}}", rateBy("instance", "process_cpu_seconds_total{:broker}")),
        lines(
                "Memory that the node uses",
                "Heap and what is beside it. What else the host has caches files, and should be much.",
                Unit.BYTES,
                Calc.MAX,
                JVM)
            .query("{{instance}}", maxBy("instance", "process_resident_memory_bytes{:broker}")),
        lines(
                "Bytes per second that the node read and wrote on disk",
                "Writes follow the bytes in; reads are near 0 while consumers keep up.",
                Unit.BYTES_PER_SECOND,
                Calc.MAX,
                JVM)
            .query(
                "{{instance}} read",
                rateBy("instance", "kafka_server_kafkaserver_linux_disk_read_bytes{:broker}"))
            .query(
                "{{instance}} written",
                rateBy("instance", "kafka_server_kafkaserver_linux_disk_write_bytes{:broker}"))
            .ranked());
  }
}
