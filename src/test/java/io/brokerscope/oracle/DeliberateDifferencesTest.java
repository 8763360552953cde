package io.brokerscope.oracle;

import static io.brokerscope.oracle.DeliberateDifferences.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pins each deliberate difference: a change on either side fails here. */
class DeliberateDifferencesTest {
  private static final String NAMES = "io.brokerscope.oracle.Pins#names";
  private static final String FAILURES = "io.brokerscope.oracle.Pins#failures";
  private static final String CHOICES = "io.brokerscope.oracle.Pins#choices";

  @ParameterizedTest(name = "{0}")
  @MethodSource({NAMES, FAILURES, CHOICES})
  void jmxExporterDoesWhatIsSaid(Pin pin) {
    String upstream = pin.shownOn().upstreamFails() ? Pin.FAILS : pin.shownOn().upstream().lines();
    assertEquals(pin.upstream(), upstream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({NAMES, FAILURES, CHOICES})
  void weDoWhatIsSaid(Pin pin) {
    for (Exposition pass : pin.shownOn().oursTwice()) {
      assertEquals(pin.ours(), pass.lines());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(NAMES)
  void rewritingTurnsTheOneIntoTheOther(Pin pin) {
    Exposition upstream = pin.shownOn().upstream();
    Exposition ours = pin.shownOn().ours();
    assertNotEquals(ours.lines(), upstream.lines());
    assertEquals(ours.lines(), pin.difference().rewrite(upstream, ours).lines());
  }

  @Test
  void everyDifferenceIsPinned() {
    Set<Difference> pinned =
        Stream.of(Pins.names(), Pins.failures(), Pins.choices())
            .flatMap(pins -> pins)
            .map(Pin::difference)
            .collect(Collectors.toSet());
    assertEquals(Set.copyOf(ALL), pinned);
  }
}
