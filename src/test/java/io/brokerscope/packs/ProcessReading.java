package io.brokerscope.packs;

import io.brokerscope.config.ConfigException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a process of the plant runs, and its MBeans. */
record ProcessReading(LiveProcess process, Pack.Use use, MBeanReading beans) {

  static ProcessReading of(LiveProcess process) throws Exception {
    return new ProcessReading(process, Pack.usedBy(process), MBeanReading.of(process));
  }

  /** All processes of the plant, each read once. */
  static List<ProcessReading> ofPlant() throws Exception {
    List<ProcessReading> readings = new ArrayList<>();
    for (LiveProcess process : LivePlant.running().processes()) {
      readings.add(of(process));
    }
    return readings;
  }

  /** The MBeans of the processes that run a pack, in either form. */
  static List<MBeanReading> of(Pack pack, List<ProcessReading> readings) {
    return readings.stream()
        .filter(reading -> reading.use().pack().equals(pack))
        .map(ProcessReading::beans)
        .toList();
  }

  /** What the pack of the process makes of it, also in the form that does not run. */
  List<PackDecision> decisions(Pack.Form form) throws IOException, ConfigException {
    return PackDecisions.of(use.pack().rules(form), beans);
  }

  /** The series that its pack makes of it. */
  Set<SeriesId> series(Pack.Form form) throws IOException, ConfigException {
    Set<SeriesId> series = new HashSet<>();
    for (PackDecision decision : decisions(form)) {
      decision.series().ifPresent(series::add);
    }
    return series;
  }
}
