package io.brokerscope.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

  @Test
  void reads_a_sample_without_labels() {
    assertEquals(12.5, MetricsPage.parse("up 12.5\n").value("up"));
  }

  @Test
  void reads_labels_with_escapes_commas_and_braces() {
    MetricsPage page = MetricsPage.parse("x{a=\"1,}\",b=\"q\\\"\\\\\\n\"} 3\n");

    assertEquals(
        List.of(new MetricsPage.Sample("x", Map.of("a", "1,}", "b", "q\"\\\n"), 3)),
        page.samples());
  }

  @Test
  void reads_special_values() {
    MetricsPage page = MetricsPage.parse("a NaN\nb +Inf\nc -Inf\n");

    assertEquals(
        List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
        page.samples().stream().map(MetricsPage.Sample::value).toList());
  }

  @Test
  void leaves_out_comments_and_empty_lines() {
    assertTrue(MetricsPage.parse("# HELP x y\n# TYPE x gauge\n\n").samples().isEmpty());
  }

  @Test
  void reads_what_the_page_says_of_a_family() {
    MetricsPage page =
        MetricsPage.parse(
            """
            # HELP x Of x.
            # TYPE x summary
            x{quantile="0.5"} 1
            x_count{topic="a"} 2
            # TYPE y gauge
            y 3
            """);

    assertEquals(
        List.of(
            new MetricsPage.Family("x", "summary", "Of x.", Set.of("quantile", "topic")),
            new MetricsPage.Family("y", "gauge", "", Set.of())),
        page.families());
  }

  @Test
  void tells_series_of_one_name_apart_by_all_their_labels() {
    MetricsPage page = MetricsPage.parse("x 1\nx{t=\"a\"} 2\nx{t=\"a\",p=\"0\"} 3\n");

    assertEquals(2, page.value("x", Map.of("t", "a")).orElseThrow());
  }
}
