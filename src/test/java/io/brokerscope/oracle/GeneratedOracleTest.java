package io.brokerscope.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.oracle.FixtureBean.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * MBeans and rules made by chance from fixed seeds. What differs must be explained by the {@link
 * DeliberateDifferences}, and most may not differ at all.
 */
class GeneratedOracleTest {
  private static final int CASES = 1_200;

  private static int compared;
  private static int equal;
  private static int withSamples;
  private static int upstreamFailed;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, CASES);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void exposesTheSame(long seed) {
    Choice choice = new Choice(seed);
    List<Named> beans = new GeneratedBeans(choice).make();
    OracleCase whole =
        new OracleCase("seed " + seed, new GeneratedRules(choice, beans).yaml(), beans);
    OracleCase readable = whole;
    if (whole.upstreamFails()) {
      upstreamFailed++;
      readable = whole.without(attributesThatFail(whole));
      assertNothingIsLost(readable.ours(), whole.ours());
    }
    compare(readable);
  }

  private static void compare(OracleCase oracleCase) {
    Exposition upstream = oracleCase.upstream();
    List<Exposition> passes = oracleCase.oursTwice();
    assertEquals(passes.get(0).comparable(), passes.get(1).comparable(), "the passes differ");
    Exposition ours = passes.get(0);
    compared++;
    withSamples += upstream.isEmpty() ? 0 : 1;
    if (upstream.comparable().equals(ours.comparable())) {
      equal++;
      return;
    }
    Exposition expected = DeliberateDifferences.rewriteAll(upstream, ours);
    assertEquals(expected.lines(), ours.lines(), oracleCase::yaml);
  }

  /** Which attributes jmx_exporter fails on when it reads nothing else. */
  private static Map<ObjectName, List<String>> attributesThatFail(OracleCase whole) {
    Map<ObjectName, List<String>> failing = new HashMap<>();
    for (Named bean : whole.beans()) {
      for (String attribute : ((FixtureBean) bean.mbean()).attributeNames()) {
        if (whole.only(Map.of(bean.name(), List.of(attribute))).upstreamFails()) {
          failing.computeIfAbsent(bean.name(), name -> new ArrayList<>()).add(attribute);
        }
      }
    }
    return failing;
  }

  /** What makes jmx_exporter fail costs nothing else here. */
  private static void assertNothingIsLost(Exposition withoutFailing, Exposition whole) {
    List<String> lost = new ArrayList<>(withoutFailing.series());
    lost.removeAll(whole.series());
    assertEquals(List.of(), lost);
  }

  /** Guards against generators that no longer make cases worth comparing. */
  @AfterAll
  static void mostCasesAreEqualAndNotEmpty() {
    boolean all = compared == CASES;
    boolean worthIt = equal > CASES / 2 && withSamples > CASES / 2 && upstreamFailed > 0;
    assertTrue(
        !all || worthIt,
        () ->
            "equal without rewriting: %d, with samples: %d, jmx_exporter failed: %d"
                .formatted(equal, withSamples, upstreamFailed));
  }
}
