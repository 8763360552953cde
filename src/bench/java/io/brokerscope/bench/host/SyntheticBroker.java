package io.brokerscope.bench.host;

import com.yammer.metrics.core.Histogram;
import com.yammer.metrics.core.Meter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.server.metrics.KafkaMetricsGroup;

/**
 * A JVM with the MBeans of a broker that has many partitions, and no broker: Kafka's own Yammer
 * registry registers them. Argument: the number of partitions. Says so on standard output when all
 * are there; ends when its standard input does.
 */
public final class SyntheticBroker {
  /** The only line it writes, before it waits. */
  public static final String READY = "all metrics are there";

  private static final int PARTITIONS_PER_TOPIC = 10;

  /** As many as a Kafka 4.4 broker has request times: 95 kinds of request, eight times each. */
  private static final int HISTOGRAMS = 764;

  /** As many histograms of a real broker as moved between two scrapes. */
  private static final int MOVING_HISTOGRAMS = 150;

  /** More than the 1,028 values that a Yammer histogram keeps, so that all are full. */
  private static final int VALUES_PER_HISTOGRAM = 1_100;

  private static final List<String> PARTITION_GAUGES =
      List.of(
          "UnderReplicated",
          "InSyncReplicasCount",
          "ReplicasCount",
          "LastStableOffsetLag",
          "AtMinIsr",
          "UnderMinIsr");
  private static final List<String> LOG_GAUGES =
      List.of("NumLogSegments", "LogStartOffset", "LogEndOffset", "Size", "RetentionSizeInPercent");
  private static final List<String> REQUEST_TIMES =
      List.of(
          "TotalTimeMs",
          "RequestQueueTimeMs",
          "LocalTimeMs",
          "RemoteTimeMs",
          "ResponseQueueTimeMs",
          "ResponseSendTimeMs",
          "ThrottleTimeMs",
          "RequestBytes");

  private final Random random = new Random(1);
  private final List<Histogram> histograms = new ArrayList<>();
  private final List<Meter> meters = new ArrayList<>();
  private final AtomicLong offset = new AtomicLong();

  private SyntheticBroker() {}

  public static void main(String[] args) throws IOException {
    SyntheticBroker broker = new SyntheticBroker();
    broker.register(Integer.parseInt(args[0]));
    Thread load = new Thread(broker::move, "load");
    load.setDaemon(true);
    load.start();
    PrintStream parent = System.out;
    parent.println(READY);
    while (System.in.read() >= 0) {
      // Only the end of the input means something.
    }
  }

  private void register(int partitions) {
    KafkaMetricsGroup partitionGroup = new KafkaMetricsGroup("kafka.cluster", "Partition");
    KafkaMetricsGroup logGroup = new KafkaMetricsGroup("kafka.log", "Log");
    KafkaMetricsGroup topicGroup = new KafkaMetricsGroup("kafka.server", "BrokerTopicMetrics");
    for (int i = 0; i < partitions; i++) {
      String topic = "topic-%04d".formatted(i / PARTITIONS_PER_TOPIC);
      if (i % PARTITIONS_PER_TOPIC == 0) {
        for (String rate : List.of("BytesInPerSec", "BytesOutPerSec", "MessagesInPerSec")) {
          meters.add(topicGroup.newMeter(rate, "events", TimeUnit.SECONDS, Map.of("topic", topic)));
        }
      }
      Map<String, String> tags = new LinkedHashMap<>();
      tags.put("topic", topic);
      tags.put("partition", Integer.toString(i % PARTITIONS_PER_TOPIC));
      PARTITION_GAUGES.forEach(name -> partitionGroup.newGauge(name, () -> 1, tags));
      LOG_GAUGES.forEach(name -> logGroup.newGauge(name, offset::get, tags));
    }
    registerHistograms();
  }

  private void registerHistograms() {
    KafkaMetricsGroup requests = new KafkaMetricsGroup("kafka.network", "RequestMetrics");
    for (int i = 0; i < HISTOGRAMS; i++) {
      String name = REQUEST_TIMES.get(i % REQUEST_TIMES.size());
      Map<String, String> tags = Map.of("request", "Request" + i / REQUEST_TIMES.size());
      Histogram histogram = requests.newHistogram(name, true, tags);
      for (int value = 0; value < VALUES_PER_HISTOGRAM; value++) {
        histogram.update(random.nextInt(1_000));
      }
      histograms.add(histogram);
    }
  }

  /** Every second, so that it happens between any two scrapes. */
  private void move() {
    while (!Thread.currentThread().isInterrupted()) {
      offset.incrementAndGet();
      meters.forEach(meter -> meter.mark(random.nextInt(100)));
      histograms.subList(0, MOVING_HISTOGRAMS).forEach(h -> h.update(random.nextInt(1_000)));
      try {
        TimeUnit.SECONDS.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
