package io.brokerscope.packs;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * A Streams application for a JVM of its own: counts words by key in RocksDB, drops those without a
 * key, does something each second, and loses one thread to {@link #POISON}.
 */
final class StreamsProgram {
  static final String APPLICATION = "word-count";
  static final int THREADS = 2;
  static final String WORDS = "streams-words";
  static final String COUNTS = "streams-counts";

  /** The first record of this value ends the thread that gets it; another takes its place. */
  static final String POISON = "poison";

  /** What the program writes when it works. */
  static final String RUNNING = "the application is RUNNING";

  /** What is measured in ms should take some. */
  private static final long WORK_MILLIS = 2;

  private static final AtomicBoolean POISONED = new AtomicBoolean();

  private StreamsProgram() {}

  /**
   * Runs until it is killed.
   *
   * @param args bootstrap servers and the folder for state
   */
  public static void main(String[] args) throws InterruptedException {
    KafkaStreams streams = new KafkaStreams(topology(), settings(args[0], args[1]));
    streams.setUncaughtExceptionHandler(exception -> StreamThreadExceptionResponse.REPLACE_THREAD);
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            System.out.println(RUNNING);
          }
        });
    streams.start();
    new CountDownLatch(1).await();
  }

  private static Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.<String, String>stream(WORDS)
        .processValues(Worker::new)
        .groupByKey()
        .count(Materialized.as("counts"))
        .toStream()
        .to(COUNTS, Produced.with(Serdes.String(), Serdes.Long()));
    return builder.build();
  }

  private static Properties settings(String bootstrapServers, String stateFolder) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
    settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
    // With TRACE, which is more, RocksDB counts nothing.
    settings.put(StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG, "DEBUG");
    // The group waits so long for a thread that died.
    settings.put("session.timeout.ms", 6000);
    settings.put("heartbeat.interval.ms", 1000);
    return settings;
  }

  private static final class Worker implements FixedKeyProcessor<String, String, String> {
    private FixedKeyProcessorContext<String, String> context;

    @Override
    public void init(FixedKeyProcessorContext<String, String> own) {
      context = own;
      context.schedule(
          Duration.ofSeconds(1), PunctuationType.WALL_CLOCK_TIME, now -> takeSomeTime());
    }

    @Override
    public void process(FixedKeyRecord<String, String> word) {
      if (word.value().equals(POISON) && POISONED.compareAndSet(false, true)) {
        throw new IllegalStateException("poisoned, as ordered");
      }
      takeSomeTime();
      context.forward(word);
    }

    private static void takeSomeTime() {
      try {
        Thread.sleep(WORK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
