package io.brokerscope.bench;

import io.brokerscope.bench.Scrape.Window;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Scrapes contenders in turns, each once a period, as far apart as fits: so each finds the
 * histograms moved for a whole period, and nobody's work overlaps another's. The rest of the period
 * is quiet and tells what the process does by itself.
 */
final class Rounds {
  /** As far apart as Prometheus takes them at its fastest in practice. */
  private static final Duration PERIOD = Duration.ofSeconds(5);

  /** What a slow contender must leave of its period, else the period grows. */
  private static final Duration SHORTEST_QUIET = Duration.ofMillis(500);

  private final ScrapeMeter meter;

  Rounds(ScrapeMeter meter) {
    this.meter = meter;
  }

  /** Rounds for that long, at least one, of which nothing is kept. */
  void warmUp(List<? extends Contender> contenders, Form form, Duration duration)
      throws IOException, InterruptedException {
    run(contenders, form, (int) Math.max(1, duration.dividedBy(PERIOD)), new Results());
  }

  void run(List<? extends Contender> contenders, Form form, int rounds, Results results)
      throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      round(contenders, form, results);
    }
  }

  private void round(List<? extends Contender> contenders, Form form, Results results)
      throws IOException, InterruptedException {
    Duration slot = PERIOD.dividedBy(contenders.size() + 1L);
    long start = System.nanoTime();
    List<Scrape> scrapes = new ArrayList<>();
    for (Contender contender : contenders) {
      sleepUntil(start + slot.multipliedBy(scrapes.size()).toNanos());
      scrapes.add(meter.measure(contender, form));
    }
    Window quiet = meter.quiet(restOfPeriod(start));
    for (int i = 0; i < scrapes.size(); i++) {
      Scrape scrape = scrapes.get(i);
      Sample sample = new Sample(scrape, scrape.window().cpuNanosBeyond(quiet));
      results.add(contenders.get(i), form, sample);
    }
  }

  private static Duration restOfPeriod(long startNanos) {
    Duration rest = PERIOD.minusNanos(System.nanoTime() - startNanos);
    return rest.compareTo(SHORTEST_QUIET) < 0 ? SHORTEST_QUIET : rest;
  }

  private static void sleepUntil(long nanoTime) throws InterruptedException {
    long leftNanos = nanoTime - System.nanoTime();
    if (leftNanos > 0) {
      Thread.sleep(Duration.ofNanos(leftNanos).toMillis());
    }
  }
}
