package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.brokerscope.kafka.Await;
import io.brokerscope.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each pack, in both forms, makes of the MBeans of the processes that run it. */
class PackHygieneIT {

  private static List<ProcessReading> readings;

  @BeforeAll
  static void readAllProcesses() throws Exception {
    readings = ProcessReading.ofPlant();
  }

  @Test
  void no_metric_s_name_depends_on_a_client_topic_or_node() throws Exception {
    assertNoFaults(NameHygiene::namesThatDependOnInstances);
  }

  @Test
  void every_property_that_tells_mbeans_apart_is_a_label() throws Exception {
    assertNoFaults(NameHygiene::seriesThatLoseAProperty);
  }

  @Test
  void no_series_has_two_sources() throws Exception {
    assertNoFaults(NameHygiene::duplicates);
  }

  /** So a process with debug proves the shipped form too. */
  @Test
  void debug_takes_no_series_away() throws Exception {
    List<String> faults = new ArrayList<>();
    for (ProcessReading reading : readings) {
      Set<SeriesId> gone = reading.series(Pack.Form.DEFAULT);
      gone.removeAll(reading.series(Pack.Form.DEBUG));
      gone.forEach(series -> faults.add(reading.process().name() + ": " + series));
    }

    assertEquals("", String.join("\n", faults));
  }

  @Test
  void every_rule_matches_something_or_says_where_it_does() throws Exception {
    for (Pack pack : Pack.all()) {
      DeadRules rules = new DeadRules(pack);
      Await.until(
          "each rule of " + pack.name() + " to match, or to say '# On …' above it",
          () ->
              rules.among(freshlyRead(pack)).stream()
                  .filter(rule -> rule.elsewhere().isEmpty())
                  .toList(),
          List::isEmpty);
    }
  }

  @Test
  void a_metric_has_one_type_in_all_packs() throws Exception {
    Map<String, String> types = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (Pack pack : Pack.all()) {
      for (MetricRow row : PackCatalogue.of(pack, ProcessReading.of(pack, readings)).rows()) {
        String before = types.putIfAbsent(row.metric(), row.type());
        if (before != null && !before.equals(row.type())) {
          faults.add(row.metric() + " is a " + before + " and a " + row.type());
        }
      }
    }

    assertEquals(List.of(), faults);
  }

  private static List<MBeanReading> freshlyRead(Pack pack) throws Exception {
    List<MBeanReading> fresh = new ArrayList<>();
    for (ProcessReading reading : readings) {
      if (reading.use().pack().equals(pack)) {
        fresh.add(MBeanReading.of(reading.process()));
      }
    }
    assertFalse(fresh.isEmpty(), "no process runs " + pack.name());
    return fresh;
  }

  private static void assertNoFaults(Function<NameHygiene, Iterable<String>> check)
      throws Exception {
    List<String> faults = new ArrayList<>();
    for (ProcessReading reading : readings) {
      for (Pack.Form form : Pack.Form.values()) {
        RuleSet rules = reading.use().pack().rules(form);
        for (String fault : check.apply(new NameHygiene(rules, reading.beans()))) {
          faults.add("%s, %s form: %s".formatted(reading.process().name(), form, fault));
        }
      }
    }
    assertEquals("", String.join("\n", faults));
  }
}
