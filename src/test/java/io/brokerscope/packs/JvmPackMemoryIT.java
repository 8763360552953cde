package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static io.brokerscope.packs.Ranges.assertBetween;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.packs.clients.MemoryHolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a JVM says of memory that it is known to hold, and of collections that it is asked for. */
@Tag("waits-for-brokers")
class JvmPackMemoryIT {
  private static final List<String> HEAP_POOLS =
      List.of("Eden Space", "Survivor Space", "Tenured Gen");
  private static final String[] HEAP = {"area", "heap"};
  private static final String[] OLD = {"pool", "Tenured Gen"};
  private static final String[] DIRECT = {"pool", "direct"};

  /** The collections that System.gc() makes. */
  private static final String[] FULL = {"gc", "MarkSweepCompact"};

  private static KafkaCluster cluster;
  private static LiveProcess jvm;

  @BeforeAll
  static void start() throws Exception {
    BrokerJars jars = BrokerJars.of(System.getProperty("kafka.version"));
    // It never runs; the program lives in its folder and ends with it.
    cluster = KafkaCluster.format(jars, 1);
    jvm =
        WatchedPrograms.of(cluster, jars)
            .startAndAwaitAgent(
                "jvm", Path.of("config", "jvm.yml"), List.of(MemoryHolder.class.getName()));
    Figures.of(
        jvm, "a collection", read -> read.value("jvm_gc_collection_seconds_count", FULL) > 0);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void the_pools_of_the_heap_add_up_to_it() throws Exception {
    Figures figures = Figures.of(jvm);

    for (String what : List.of("used", "committed")) {
      double pools = 0;
      for (String pool : HEAP_POOLS) {
        pools += figures.value("jvm_memory_pool_%s_bytes".formatted(what), "pool", pool);
      }
      double heap = figures.value("jvm_memory_%s_bytes".formatted(what), HEAP);
      // They are read one after the other, and the agent itself leaves some garbage meanwhile.
      assertBetween(0.8 * heap, 1.2 * heap, pools);
      assertAbove(MemoryHolder.HELD_BYTES, heap);
    }
  }

  @Test
  void what_is_used_is_committed() throws Exception {
    Figures figures = Figures.of(jvm);

    for (Sample used : figures.of("jvm_memory_pool_used_bytes")) {
      String pool = used.labels().get("pool");
      double committed = figures.value("jvm_memory_pool_committed_bytes", "pool", pool);
      assertTrue(committed >= used.value(), () -> used + ", committed " + committed);
    }
  }

  @Test
  void what_survives_a_collection_is_in_the_old_generation() throws Exception {
    Figures figures = Figures.of(jvm);
    double survived = figures.value("jvm_memory_pool_collection_used_bytes", OLD);

    assertBetween(
        MemoryHolder.HELD_BYTES,
        figures.value("jvm_memory_pool_collection_max_bytes", OLD),
        survived);
    // A program that holds little else, and the agent.
    assertBetween(MemoryHolder.HELD_BYTES, 4 * MemoryHolder.HELD_BYTES, survived);
  }

  @Test
  void collections_take_seconds_of_those_that_pass() throws Exception {
    String seconds = "jvm_gc_collection_seconds";
    Figures before = Figures.of(jvm);
    double countBefore = before.value(seconds + "_count", FULL);
    Figures after =
        Figures.of(
            jvm,
            "ten more collections",
            read -> read.value(seconds + "_count", FULL) >= countBefore + 10);

    double growth = after.value(seconds + "_sum", FULL) - before.value(seconds + "_sum", FULL);
    assertAbove(0, growth);
    assertBetween(
        0, after.value("process_uptime_seconds") - before.value("process_uptime_seconds"), growth);
  }

  @Test
  void buffers_beside_the_heap_are_counted_with_their_bytes() throws Exception {
    Figures figures = Figures.of(jvm);

    assertBetween(MemoryHolder.BUFFERS, 100, figures.value("jvm_buffer_pool_used_buffers", DIRECT));
    for (String figure : List.of("jvm_buffer_pool_used_bytes", "jvm_buffer_pool_capacity_bytes")) {
      assertBetween(
          MemoryHolder.HELD_BYTES, 2 * MemoryHolder.HELD_BYTES, figures.value(figure, DIRECT));
    }
  }
}
