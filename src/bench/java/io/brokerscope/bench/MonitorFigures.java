package io.brokerscope.bench;

import io.brokerscope.bench.CycleMeter.CycleCost;
import io.brokerscope.bench.PageMeter.PageCost;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of the monitor with one set of options.
 *
 * @param warm cycles, which write the page as Prometheus wants it, while nobody asks for it
 * @param incomplete cycles that did not get all answers; they are in none of the figures
 * @param firstPage the first scrape, which has to write the page
 * @param pages later ones by form
 */
record MonitorFigures(
    MonitorJvm.Options options,
    CycleCost first,
    List<CycleCost> warm,
    int incomplete,
    PageCost firstPage,
    Map<Form, List<PageCost>> pages,
    int series,
    Heap heap) {

  /**
   * What the heap holds.
   *
   * @param liveBytes after a collection of all garbage
   * @param collectionShare of the time that the program has run, in which it stood still for the
   *     collector
   */
  record Heap(double liveBytes, double collectionShare) {}

  Spread warm(ToDoubleFunction<CycleCost> figure) {
    return Spread.of(warm.stream().mapToDouble(figure).toArray());
  }

  Spread page(Form form, ToDoubleFunction<PageCost> figure) {
    return Spread.of(pages.get(form).stream().mapToDouble(figure).toArray());
  }
}
