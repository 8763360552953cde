package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CatalogueFileTest {

  @Test
  void the_same_text_has_no_differences() {
    assertEquals("", CatalogueFile.differences(row("help", 700), row("help", 700)));
  }

  @Test
  void another_word_is_a_difference() {
    assertEquals(
        "- " + row("help", 0).strip() + "\n+ " + row("other", 0).strip(),
        CatalogueFile.differences(row("help", 700), row("other", 700)));
  }

  @Test
  void some_series_more_are_none() {
    assertEquals("", CatalogueFile.differences(row("help", 700), row("help", 1000)));
    assertEquals("", CatalogueFile.differences(row("help", 1), row("help", 6)));
  }

  @Test
  void many_times_as_many_series_are_one() {
    assertEquals(
        "! `kafka_a` default `kafka:type=A`: 7 series, now 700",
        CatalogueFile.differences(row("help", 7), row("help", 700)));
  }

  @Test
  void a_number_that_is_as_good_stays() {
    assertEquals(row("new", 700), CatalogueFile.settled(row("old", 700), row("new", 701)));
    assertEquals(row("new", 7), CatalogueFile.settled(row("old", 700), row("new", 7)));
  }

  @Test
  void a_metric_that_is_new_or_gone_is_a_difference() {
    assertEquals("+ " + row("help", 0).strip(), CatalogueFile.differences("\n", row("help", 5)));
  }

  private static String row(String help, int series) {
    return "| `kafka_a` | gauge | topic | default | %d | `kafka:type=A` | %s |\n"
        .formatted(series, help);
  }
}
