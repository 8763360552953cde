package io.brokerscope.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandingPageTest {

  @ParameterizedTest
  @ValueSource(strings = {"href=\"/metrics\"", "href=\"/-/healthy\"", "Version 1.2.3"})
  void linksToTheRestAndSaysTheVersion(String part) {
    String html = new LandingPage("1.2.3").html();
    assertTrue(html.contains(part), html);
  }
}
