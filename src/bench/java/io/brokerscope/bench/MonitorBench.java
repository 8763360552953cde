package io.brokerscope.bench;

import io.brokerscope.bench.CycleMeter.CycleCost;
import io.brokerscope.bench.MonitorFigures.Heap;
import io.brokerscope.bench.MonitorJvm.Options;
import io.brokerscope.bench.PageMeter.PageCost;
import io.brokerscope.demo.MetricsPage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The monitor as it is shipped, in front of a large cluster. */
final class MonitorBench {
  private static final List<Options> OPTIONS =
      List.of(
          new Options("partition", false),
          new Options("topic", false),
          new Options("partition", true));

  /** Groups have a status after ten cycles, so only then is the page whole. */
  private static final int WARM_UP_CYCLES = 11;

  private static final int CYCLES = 12;
  private static final int WARM_UP_SCRAPES = 10;

  /** No divisor of the interval, so that scrapes meet all moments of a cycle. */
  private static final Duration SCRAPE_PAUSE = Duration.ofMillis(1_900);

  private final BenchSettings settings;

  MonitorBench(BenchSettings settings) {
    this.settings = settings;
  }

  /** The results as Markdown. */
  String run() throws IOException, InterruptedException, ExecutionException {
    MonitorScale scale = settings.monitor();
    List<MonitorFigures> figures = new ArrayList<>();
    try (MonitoredCluster cluster = MonitoredCluster.start(scale)) {
      for (Options options : OPTIONS) {
        Progress.say("Starting the monitor, " + options.title());
        try (MonitorJvm monitor = MonitorJvm.start(cluster, options)) {
          figures.add(measure(monitor, options, cluster.backlog()));
        }
        Progress.say(new MonitorTable(scale, figures).all());
      }
      return new MonitorTable(scale, figures).report(cluster.backlog().lags());
    }
  }

  private MonitorFigures measure(MonitorJvm monitor, Options options, Backlog backlog)
      throws IOException, InterruptedException, ExecutionException {
    CycleMeter cycles = new CycleMeter(monitor);
    CycleCost first = cycles.next();
    PageMeter pages = new PageMeter(monitor);
    PageCost firstPage = pages.measure(Form.GZIP);
    List<CycleCost> warm = new ArrayList<>();
    for (int i = 0; i < WARM_UP_CYCLES + CYCLES; i++) {
      backlog.moveOn();
      CycleCost cycle = cycles.next();
      if (i >= WARM_UP_CYCLES) {
        warm.add(cycle);
      }
    }
    Map<Form, List<PageCost>> costs = new EnumMap<>(Form.class);
    for (Form form : Form.values()) {
      Progress.say("Scraping, %s".formatted(form.title()));
      scrape(pages, form, WARM_UP_SCRAPES);
      costs.put(form, scrape(pages, form, settings.effort().scrapes()));
    }
    return new MonitorFigures(
        options, first, warm, cycles.incomplete(), firstPage, costs, pages.series(), heap(monitor));
  }

  private static List<PageCost> scrape(PageMeter pages, Form form, int count)
      throws IOException, InterruptedException {
    List<PageCost> costs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      costs.add(pages.measure(form));
      Thread.sleep(SCRAPE_PAUSE.toMillis());
    }
    return costs;
  }

  private static Heap heap(MonitorJvm monitor) throws IOException, InterruptedException {
    MetricsPage page =
        monitor.read(List.of("jvm_gc_collection_seconds", "process_start_time_seconds"));
    double collecting =
        page.named("jvm_gc_collection_seconds_sum").stream()
            .mapToDouble(MetricsPage.Sample::value)
            .sum();
    double running = System.currentTimeMillis() / 1e3 - page.value("process_start_time_seconds");
    return new Heap(monitor.liveHeapBytes(), collecting / running);
  }
}
