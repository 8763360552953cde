package io.brokerscope.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Feeds the Streams application through its topic and the Connect worker through a file, some
 * dozens of records a second, until it is interrupted or this JVM ends.
 */
final class AppInput implements Runnable {
  private static final int BATCH = 5;
  private static final int KEYS = 7;
  private static final long PAUSE_MILLIS = 100;

  private final KafkaProducer<String, String> producer;
  private final Path lines;
  private long written;

  private AppInput(KafkaProducer<String, String> producer, Path lines) {
    this.producer = producer;
    this.lines = lines;
  }

  /**
   * Begins to write on a daemon thread, which it returns.
   *
   * @param lines the file, which need not exist
   */
  static Thread start(String bootstrapServers, Path lines) {
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new StringSerializer());
    Thread thread = new Thread(new AppInput(producer, lines), "input of the applications");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void run() {
    try {
      send("0", StreamsProgram.POISON).get();
      while (true) {
        write();
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      // Whoever did this wants the thread's end, and here it comes.
    } catch (IOException | ExecutionException e) {
      throw new IllegalStateException("the applications' input cannot be written", e);
    } finally {
      producer.close(Duration.ZERO);
    }
  }

  /** The last record of a batch is the bad one: no key for Streams, no JSON for Connect. */
  private void write() throws IOException, InterruptedException, ExecutionException {
    List<String> batch = new ArrayList<>();
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 1; i <= BATCH; i++) {
      boolean bad = i == BATCH;
      written++;
      String key = bad ? null : Long.toString(written % KEYS);
      sent.add(send(key, "word"));
      batch.add(bad ? "no JSON" : "{\"number\": %d}".formatted(written));
    }
    Files.write(lines, batch, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    for (Future<?> record : sent) {
      record.get();
    }
  }

  private Future<?> send(String key, String word) {
    return producer.send(new ProducerRecord<>(StreamsProgram.WORDS, key, word));
  }
}
