package io.brokerscope.monitor.canary;

import io.brokerscope.config.MonitorConfig.CanaryPace;
import java.time.Duration;

/**
 * All that the probes' threads note, and metrics and pages are made of.
 *
 * @param ledger what became of each probe
 * @param instruments counters and histograms
 * @param produce when each partition last took a probe
 * @param consume when each partition last gave one in time
 * @param commit when each coordinator last took a commit
 */
record ProbeRecord(
    Ledger ledger,
    Instruments instruments,
    Successes produce,
    Successes consume,
    Successes commit) {

  static ProbeRecord of(CanaryPace pace) {
    return new ProbeRecord(
        new Ledger(pace.endToEndSla()),
        new Instruments(pace),
        successes(pace.interval(), pace.produceSla()),
        successes(pace.interval(), pace.endToEndSla()),
        successes(pace.commitInterval(), pace.commitSla()));
  }

  /** Makes all series of a route appear, at 0. */
  void know(Route route) {
    ledger.know(route);
    instruments.know(route);
  }

  private static Successes successes(Duration interval, Duration sla) {
    return new Successes(interval.multipliedBy(3).plus(sla));
  }
}
