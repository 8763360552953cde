package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.scrape.beans.DynamicBean;
import io.brokerscope.scrape.beans.Failing;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which attributes are read, and what those that cannot be read cost. */
class ReadingTest {
  private static final String ONLY_WANTED =
      "rules: [{pattern: 'type=(\\w+)><>Wanted', name: m, labels: {type: $1}}]";

  private Scraping scraping;

  @AfterEach
  void close() {
    scraping.close();
  }

  @Test
  void attributesThatNoRuleWantsAreNeverRead() {
    DynamicBean bean = new DynamicBean().with("Wanted", 1).with("Other", 2);
    DynamicBean otherBean = new DynamicBean().with("Other", 2);
    scraping = Scraping.by(ONLY_WANTED).register("d:type=A", bean).register("d:type=B", otherBean);
    for (int pass = 1; pass <= 3; pass++) {
      assertEquals(Map.of("m{type=\"A\"}", 1.0), scraping.series());
      assertEquals(pass, bean.reads("Wanted"));
    }
    assertEquals(0, bean.reads("Other"));
    assertEquals(0, otherBean.reads("Other"));
  }

  @Test
  void attributesOfExcludedMBeansAreNeverRead() {
    DynamicBean bean = new DynamicBean().with("Value", 1);
    scraping = Scraping.by("excludeObjectNames: ['d:*']").register("d:type=A", bean);
    assertEquals(Map.of(), scraping.series());
    assertEquals(0, bean.reads("Value"));
  }

  @Test
  void excludedAttributesAreNeverRead() {
    DynamicBean bean = new DynamicBean().with("Value", 1).with("Rate", 2);
    scraping =
        Scraping.by("excludeObjectNameAttributes: {'d:*': ['R*']}").register("d:type=A", bean);
    assertEquals(Map.of("d_A_Value", 1.0), scraping.series());
    assertEquals(0, bean.reads("Rate"));
  }

  @Test
  void aDroppedAttributeIsNotRead() {
    DynamicBean bean = new DynamicBean().with("Value", "int", () -> 1);
    scraping = Scraping.by("rules: [{pattern: Value, name: ''}]").register("d:type=A", bean);
    assertEquals(Map.of(), scraping.series());
    assertEquals(0, bean.reads("Value"));
  }

  @Test
  void gettersThatThrowCostThemselvesOnly() {
    scraping = Scraping.by("{}").register("d:type=A", new Failing());
    Map<String, Double> all = scraping.all();
    assertEquals(1, all.get("d_A_Before"));
    assertEquals(2, all.get("d_A_Zlast"));
    assertEquals(4, all.get("brokerscope_attributes_failed"));
    assertEquals(0, all.get("jmx_scrape_error"));
  }

  @Test
  void aGetterThatThrowsForAWhileComesBack() {
    AtomicInteger calls = new AtomicInteger();
    DynamicBean bean = new DynamicBean().with("Wanted", () -> oddCallsFail(calls));
    scraping = Scraping.by(ONLY_WANTED).register("d:type=A", bean);
    assertEquals(Map.of(), scraping.series());
    assertEquals(Map.of("m{type=\"A\"}", 2.0), scraping.series());
    assertEquals(Map.of(), scraping.series());
  }

  private static int oddCallsFail(AtomicInteger calls) throws IOException {
    int call = calls.incrementAndGet();
    if (call % 2 == 1) {
      throw new IOException("call " + call);
    }
    return call;
  }

  @Test
  void anMBeanThatRefusesListsIsAskedOneByOne() {
    DynamicBean bean =
        new DynamicBean()
            .with("One", 1)
            .with("Bad", () -> oddCallsFail(new AtomicInteger()))
            .with("Two", 2)
            .refusingLists();
    scraping = Scraping.by("{}").register("d:type=A", bean);
    assertEquals(Map.of("d_A_One", 1.0, "d_A_Two", 2.0), scraping.series());
  }

  @Test
  void anMBeanOfWhichNothingCanBeReadCostsItselfOnly() {
    DynamicBean bad =
        new DynamicBean().with("Value", () -> oddCallsFail(new AtomicInteger())).refusingLists();
    scraping =
        Scraping.by("{}")
            .register("d:type=B", bad)
            .register("d:type=A", new DynamicBean().with("Value", 1))
            .register("d:type=C", new DynamicBean().with("Value", 3));
    Map<String, Double> all = scraping.all();
    assertEquals(1, all.get("d_A_Value"));
    assertEquals(3, all.get("d_C_Value"));
    assertEquals(1, all.get("brokerscope_mbeans_failed"));
    assertEquals(1, all.get("jmx_scrape_error"));
  }

  @Test
  void anMBeanThatCannotBeIntrospectedCostsItselfOnly() {
    DynamicBean bad = new DynamicBean().with("Value", null, () -> 1);
    scraping =
        Scraping.by("{}")
            .register("d:type=A", bad)
            .register("d:type=B", new DynamicBean().with("Value", 2));
    Map<String, Double> all = scraping.all();
    assertEquals(2, all.get("d_B_Value"));
    assertEquals(1, all.get("brokerscope_mbeans_failed"));
  }

  @Test
  void aGetterThatInterruptsItsThreadDoesNotStopTheScraper() {
    DynamicBean bean =
        new DynamicBean()
            .with(
                "Value",
                () -> {
                  Thread.currentThread().interrupt();
                  return 1;
                });
    scraping = Scraping.by("scrapeTimeoutSeconds: 10").register("d:type=A", bean);
    for (int pass = 0; pass < 20; pass++) {
      assertEquals(Map.of("d_A_Value", 1.0), scraping.series());
    }
  }

  @Test
  void aPatternTooDeepForTheStackCostsWhatItWasTriedOnOnly() {
    scraping =
        Scraping.by("rules: [{pattern: 'name=((?:\\w|-)+)><>Wanted', name: m}]")
            .register(
                "d:name=" + "x".repeat(60_000), new DynamicBean().with("Wanted", "int", () -> 1))
            .register("d:name=short", new DynamicBean().with("Wanted", 2));
    Map<String, Double> all = scraping.all();
    assertEquals(2, all.get("m"));
    assertEquals(1, all.get("brokerscope_series_dropped{reason=\"bad_rule\"}"));
  }

  @Test
  void aBadGroupInARuleCostsWhatItMatchesOnly() {
    scraping =
        Scraping.by("rules: [{pattern: '<>Bad', name: m_$2}, {pattern: '<>', name: n}]")
            .register("d:type=A", new DynamicBean().with("Bad", "int", () -> 1).with("Good", 2));
    Map<String, Double> all = scraping.all();
    assertEquals(2, all.get("n"));
    assertEquals(1, all.get("brokerscope_series_dropped{reason=\"bad_rule\"}"));
  }

  @Test
  void anExpensiveAttributeIsReadOnceAnInterval() {
    DynamicBean bean = new DynamicBean().with("Wanted", "int", () -> 1).with("Other", 2);
    scraping =
        Scraping.by(
                "rules: [{pattern: Wanted, name: m, minIntervalSeconds: 86400}, {pattern: Other, name: n}]")
            .register("d:type=A", bean);
    for (int pass = 1; pass <= 3; pass++) {
      assertEquals(Map.of("m", 1.0, "n", 2.0), scraping.series());
      assertEquals(pass, bean.reads("Other"));
    }
    assertEquals(1, bean.reads("Wanted"));
  }
}
