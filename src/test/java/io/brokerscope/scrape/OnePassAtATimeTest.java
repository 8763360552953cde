package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.scrape.beans.DynamicBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Requests that come together, and MBeans that hang. */
class OnePassAtATimeTest {
  private static final int REQUESTS = 20;

  private final CountDownLatch reading = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  /** Its first getter call hangs until the test lets it go. */
  private final DynamicBean hanging =
      new DynamicBean()
          .with(
              "Value",
              "int",
              () -> {
                reading.countDown();
                release.await();
                return 1;
              });

  @Test
  void requestsThatComeWhileAPassReadsShareIt() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(REQUESTS);
    try (Scraping scraping = Scraping.by("{}").register("d:type=A", hanging)) {
      CountDownLatch started = new CountDownLatch(REQUESTS);
      List<Future<String>> documents = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        documents.add(
            callers.submit(
                () -> {
                  started.countDown();
                  return scraping.tryDocument();
                }));
      }
      started.await();
      reading.await();
      release.countDown();
      for (Future<String> document : documents) {
        assertEquals(1, Scraping.parse(document.get()).get("d_A_Value"));
      }
      // A caller may come to the gate only after the pass has ended.
      assertTrue(hanging.reads("Value") <= 1 + REQUESTS / 2, "passes: " + hanging.reads("Value"));
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void aRequestThatWaitsTooLongIsToldWhichMBeanHangs() throws Exception {
    try (Scraping scraping =
        Scraping.by("scrapeTimeoutSeconds: 1").register("d:type=A,name=slow", hanging)) {
      ScrapeTimeoutException first =
          assertThrows(ScrapeTimeoutException.class, scraping::tryDocument);
      assertTrue(first.getMessage().contains("d:type=A,name=slow"), first.getMessage());
      ScrapeTimeoutException second =
          assertThrows(ScrapeTimeoutException.class, scraping::tryDocument);
      assertTrue(second.getMessage().contains("scrapeTimeoutSeconds"), second.getMessage());
      assertEquals(1, hanging.reads("Value"));

      release.countDown();
      Map<String, Double> all = scraping.all();
      assertEquals(1, all.get("d_A_Value{name=\"slow\"}"));
      assertEquals(2, all.get("brokerscope_scrapes_total{result=\"timeout\"}"));
      assertEquals(1, all.get("brokerscope_scrapes_total{result=\"ok\"}"));
    }
  }

  @Test
  void whoWaitsWhenTheScraperClosesIsTurnedAway() throws Exception {
    ExecutorService caller = Executors.newSingleThreadExecutor();
    Scraping scraping = Scraping.by("{}").register("d:type=A", hanging);
    try {
      Future<?> waiting =
          caller.submit(() -> assertThrows(IllegalStateException.class, scraping::tryDocument));
      reading.await();
      scraping.close();
      waiting.get();
      assertThrows(IllegalStateException.class, scraping::tryDocument);
    } finally {
      caller.shutdownNow();
    }
  }
}
