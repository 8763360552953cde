package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.scrape.beans.DynamicBean;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** MBeans and attributes that come, go and are replaced between scrapes. */
class ComingAndGoingTest {
  /** More than the tracker queues. */
  private static final int CHANGES = 200_100;

  private Scraping scraping = Scraping.by("{}");

  @AfterEach
  void close() {
    scraping.close();
  }

  private static DynamicBean value(double value) {
    return new DynamicBean().with("Value", value);
  }

  @Test
  void anMBeanIsThereAsLongAsItIsRegistered() {
    assertEquals(Map.of(), scraping.series());
    scraping.register("d:type=A", value(1));
    assertEquals(Map.of("d_A_Value", 1.0), scraping.series());
    scraping.register("d:type=B", value(2));
    assertEquals(Map.of("d_A_Value", 1.0, "d_B_Value", 2.0), scraping.series());
    scraping.unregister("d:type=A");
    assertEquals(Map.of("d_B_Value", 2.0), scraping.series());
  }

  @Test
  void anMBeanRegisteredAgainIsAnotherOne() {
    scraping.register("d:type=A", value(1)).series();
    scraping.unregister("d:type=A");
    scraping.register("d:type=A", new DynamicBean().with("Other", 2));
    assertEquals(Map.of("d_A_Other", 2.0), scraping.series());
  }

  @Test
  void anAttributeThatIsGoneHasNoSeries() {
    DynamicBean bean = value(1).with("Other", 2);
    scraping.register("d:type=A", bean).series();
    bean.remove("Other");
    assertEquals(Map.of("d_A_Value", 1.0), scraping.series());
  }

  @Test
  void anMBeanThatIsGoneByTheTimeItIsReadCostsNothing() {
    DynamicBean first =
        new DynamicBean()
            .with(
                "Value",
                () -> {
                  scraping.unregister("d:type=B");
                  return 1;
                });
    scraping.register("d:type=A", first).register("d:type=B", value(2));
    Map<String, Double> all = scraping.all();
    assertEquals(1, all.get("d_A_Value"));
    assertEquals(null, all.get("d_B_Value"));
    assertEquals(0, all.get("jmx_scrape_error"));
  }

  @Test
  void anMBeanRegisteredByAGetterIsInTheNextScrape() {
    AtomicInteger made = new AtomicInteger();
    DynamicBean bean =
        new DynamicBean()
            .with(
                "Value",
                () -> {
                  scraping.register("d:type=M,n=" + made.incrementAndGet(), value(made.get()));
                  return 0;
                });
    scraping.register("d:type=A", bean);
    assertEquals(Map.of("d_A_Value", 0.0), scraping.series());
    assertEquals(Map.of("d_A_Value", 0.0, "d_M_Value{n=\"1\"}", 1.0), scraping.series());
  }

  @Test
  void moreChangesThanAreQueuedLoseNone() {
    scraping.register("d:type=A", value(1)).register("d:type=B", value(2)).series();
    DynamicBean busy = value(0);
    scraping.unregister("d:type=B");
    for (int i = 0; i < CHANGES; i += 2) {
      scraping.register("d:type=Busy", busy);
      scraping.unregister("d:type=Busy");
    }
    // Past the end of the queue: an MBean replaced, one back again, and a new one.
    scraping.unregister("d:type=A");
    scraping.register("d:type=A", new DynamicBean().with("Other", 3));
    scraping.register("d:type=B", value(4)).register("d:type=C", value(5));
    assertEquals(Map.of("d_A_Other", 3.0, "d_B_Value", 4.0, "d_C_Value", 5.0), scraping.series());
  }

  @Test
  void otherRulesReplaceThePlan() {
    scraping.register("d:type=A", value(1));
    assertEquals(Map.of("d_A_Value", 1.0), scraping.series());
    scraping.reload("rules: [{pattern: Value, name: m, valueFactor: 10}]");
    assertEquals(Map.of("m", 10.0), scraping.series());
    scraping.register("d:type=B", new DynamicBean().with("Count", 2));
    scraping.reload("rules: [{pattern: Count, name: c}]");
    assertEquals(Map.of("c", 2.0), scraping.series());
  }

  @Test
  void onlyTheNamedFamiliesAreRead() {
    DynamicBean bean = new DynamicBean().with("A", "int", () -> 1).with("B", "int", () -> 2);
    DynamicBean other = new DynamicBean().with("C", "int", () -> 3);
    scraping.reload(
        "rules: [{pattern: 'A', name: a}, {pattern: 'B', name: b, type: COUNTER}, {pattern: 'C', name: c}]");
    scraping.register("d:type=X", bean).register("d:type=Y", other);
    assertEquals(Map.of("a", 1.0), scraping.all("a"));
    assertEquals(1, bean.reads("A"));
    assertEquals(0, other.reads("C"));
    for (String name : List.of("b", "b_total")) {
      assertEquals(Map.of("b_total", 2.0), scraping.all(name));
    }
    assertEquals(0, other.reads("C"));
    assertEquals(Map.of("c", 3.0, "jmx_scrape_error", 0.0), scraping.all("c", "jmx_scrape_error"));
    assertEquals(Map.of("a", 1.0, "b_total", 2.0, "c", 3.0), scraping.series());
  }
}
