package io.brokerscope.monitor.lag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.monitor.lag.AgeSearch.Span;
import io.brokerscope.monitor.lag.AgeSearch.Target;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeSearchTest {
  private static final long NOW = 1_800_000_000_000L;
  private static final long MINUTE = 60_000;
  private static final int PLENTY = 100;

  private final AgeSearch search = new AgeSearch(Duration.ofSeconds(30));
  private final PartitionHistory history = new PartitionHistory();
  private final Position position = new Position("g", ModelLog.PARTITION, history, 10);
  private final ModelLog log = new ModelLog(PLENTY);

  @Test
  void aRecordFoundByItsOffsetIsKnownExactly() throws Exception {
    log.append(NOW - 10 * MINUTE);
    log.append(NOW - 5 * MINUTE);

    assertEquals(OptionalDouble.of(300), secondsOf(1));
  }

  @Test
  void theFirstRecordOfTheLogTakesOneQuestion() throws Exception {
    log.append(NOW - 10 * MINUTE);

    assertEquals(OptionalDouble.of(600), secondsOf(0));
    assertEquals(1, log.questions());
  }

  @Test
  void ofALogWhoseFirstRecordsAreGoneTheFirstThatIsLeftCounts() throws Exception {
    log.append(NOW - 30 * MINUTE);
    log.append(NOW - 20 * MINUTE);
    log.append(NOW - 10 * MINUTE);
    log.remove(0);

    assertEquals(OptionalDouble.of(1_200), secondsOf(0));
    assertEquals(1, log.questions());
  }

  @Test
  void whatWasLookedUpInALogThatWasCutIsForgotten() throws Exception {
    log.append(NOW - 30 * MINUTE);
    log.append(NOW - 20 * MINUTE);
    history.endsAt(Uuid.ONE_UUID, log.end(), NOW);
    assertEquals(OptionalDouble.of(1_200), secondsOf(1));

    log.cut(1);
    history.endsAt(Uuid.ONE_UUID, log.end(), NOW);
    log.append(NOW - 10 * MINUTE);
    history.endsAt(Uuid.ONE_UUID, log.end(), NOW);

    assertEquals(OptionalDouble.of(600), secondsOf(1));
  }

  @Test
  void aBurstAPauseAndASteadyFlowAreNoLine() throws Exception {
    for (int i = 0; i < 500; i++) {
      log.append(NOW - 100 * MINUTE + i);
    }
    for (int i = 0; i < 600; i++) {
      log.append(NOW - 10 * MINUTE + i * 1_000L);
    }

    assertClose(594, secondsOf(506));
  }

  @Test
  void aSteadyFlowTakesFewQuestions() throws Exception {
    for (int i = 0; i < 20_000; i++) {
      log.append(NOW - 60 * MINUTE + i * 180L);
    }

    assertClose(3_600 - 10_000 * 0.18, secondsOf(10_000));
    assertTrue(log.questions() <= 3, log.questions() + " questions");
  }

  @Test
  void whatWasCompactedAwayDoesNotCount() throws Exception {
    log.append(NOW - 100 * MINUTE);
    for (int i = 0; i < 1_000; i++) {
      log.append(NOW - 90 * MINUTE + i);
    }
    log.append(NOW - MINUTE);
    for (long offset = 1; offset <= 1_000; offset++) {
      log.remove(offset);
    }
    history.compacted(true);

    assertClose(60, secondsOf(500));
  }

  @Test
  void whereCompactionHasLeftNothingThereIsNoAge() throws Exception {
    log.append(NOW - 100 * MINUTE);
    log.append(NOW - 99 * MINUTE);
    log.remove(1);
    history.compacted(true);

    assertEquals(OptionalDouble.of(0), secondsOf(1));
  }

  @Test
  void ofRecordsWithOneTimeStampEachIsAsOldAsTheFirst() throws Exception {
    for (int i = 0; i < 100; i++) {
      log.append(NOW - 100 * MINUTE);
    }
    for (int i = 0; i < 100; i++) {
      log.append(NOW - MINUTE);
    }

    assertClose(6_000, secondsOf(40));
    assertClose(6_000, secondsOf(99));
    assertClose(60, secondsOf(100));
    assertClose(60, secondsOf(199));
  }

  @Test
  void aRecordFromTheFutureIsNew() throws Exception {
    log.append(NOW - MINUTE);
    log.append(NOW + MINUTE);

    assertEquals(OptionalDouble.of(0), secondsOf(1));
  }

  @Test
  void behindARecordFromTheFutureThereIsNoAge() throws Exception {
    log.append(NOW - 10 * MINUTE);
    log.append(NOW + 60 * MINUTE);
    log.append(NOW - 5 * MINUTE);
    log.append(NOW - 4 * MINUTE);

    assertEquals(OptionalDouble.empty(), secondsOf(2));
    assertTrue(log.questions() <= 3, log.questions() + " questions");
  }

  @Test
  void behindARecordFromTheFutureTheAgeIsThatOfTheCycleThatSawIt() throws Exception {
    log.append(NOW - 10 * MINUTE);
    log.append(NOW + 60 * MINUTE);
    history.endsAt(Uuid.ONE_UUID, log.end(), NOW - 6 * MINUTE);
    log.append(NOW - 5 * MINUTE);
    history.endsAt(Uuid.ONE_UUID, log.end(), NOW - 5 * MINUTE);

    double seconds = secondsOf(2).orElseThrow();

    assertEquals(330, seconds, 30);
  }

  /** A second's difference between the clocks of two machines is no future. */
  @Test
  void behindARecordOfAClockThatIsAheadAMessageIsNew() throws Exception {
    log.append(NOW - MINUTE);
    log.append(NOW + 1_000);
    log.append(NOW + 900);

    assertEquals(OptionalDouble.of(0), secondsOf(2));
  }

  /** README: where the budget did not suffice, to half an interval. */
  @Test
  void whatIsKnownToAnIntervalIsToldBeforeTheSearchEnds() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      log.append(NOW - 2_000 * 15L + i * 15L);
    }
    log.allow(1);

    assertEquals(6, secondsOf(1_600).orElseThrow(), 15);
  }

  @Test
  void whatIsNotFoundInTimeHasNoAge() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      log.append(NOW - 100 * MINUTE + (long) i * i);
    }
    log.allow(1);

    assertEquals(OptionalDouble.empty(), secondsOf(500));
  }

  @Test
  void aSearchGoesOnWhereItStopped() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      log.append(NOW - 100 * MINUTE + (long) i * i);
    }
    OptionalDouble seconds = OptionalDouble.empty();
    while (seconds.isEmpty() && log.questions() < PLENTY) {
      log.allow(1);
      seconds = secondsOf(500);
    }

    assertClose(6_000 - 250, seconds);
  }

  @Test
  void aStuckConsumerCostsNothingMore() throws Exception {
    log.append(NOW - 10 * MINUTE);
    log.append(NOW - 5 * MINUTE);
    secondsOf(1);
    int before = log.questions();

    log.append(NOW);

    assertEquals(OptionalDouble.of(360), secondsOf(1, NOW + MINUTE));
    assertEquals(before, log.questions());
  }

  @Test
  void groupsShareWhatWasFound() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      log.append(NOW - 100 * MINUTE + (long) i * i);
    }
    secondsOf(500);
    int before = log.questions();

    Target other = target(new Position("other", ModelLog.PARTITION, history, 10), 500);
    search.search(List.of(other), log, NOW);

    assertClose(6_000 - 250, search.seconds(other, NOW));
    assertEquals(before, log.questions());
  }

  /** Any rhythm; the time stamps rise, as they do where the brokers' clocks set them. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyHistoryIsFoundWithinTheTolerance(long seed) throws Exception {
    Random random = new Random(seed);
    appendAnyRhythm(random, 0);
    assertAgesOfAny(random);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyCompactedHistoryIsFoundWithinTheTolerance(long seed) throws Exception {
    Random random = new Random(seed);
    // Of records that share a time stamp with one compacted away nothing can be told.
    appendAnyRhythm(random, 1);
    for (int i = 0; i < 2_000; i++) {
      log.remove(random.nextInt((int) log.end()));
    }
    history.compacted(true);
    assertAgesOfAny(random);
  }

  private void appendAnyRhythm(Random random, int shortestPauseMillis) {
    long millis = NOW - Duration.ofDays(1 + random.nextInt(7)).toMillis();
    while (millis < NOW && log.end() < 5_000) {
      log.append(millis);
      boolean pause = random.nextInt(3) == 0;
      millis += pause ? (long) Math.exp(random.nextDouble() * 14) : shortestPauseMillis;
    }
  }

  private void assertAgesOfAny(Random random) throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      long offset = random.nextInt((int) log.end());
      log.allow(PLENTY);
      OptionalDouble seconds = secondsOf(offset);
      OptionalLong truth = log.millisOf(offset);
      assertClose(truth.isEmpty() ? 0 : (NOW - truth.getAsLong()) / 1e3, seconds);
    }
  }

  private OptionalDouble secondsOf(long committed) throws InterruptedException {
    return secondsOf(committed, NOW);
  }

  private OptionalDouble secondsOf(long committed, long nowMillis) throws InterruptedException {
    Target target = target(position, committed);
    history.times().logEndsAt(log.end());
    search.search(List.of(target), log, nowMillis);
    return search.seconds(target, nowMillis);
  }

  private Target target(Position of, long committed) {
    return new Target(ModelLog.PARTITION, of, new Span(committed, log.end()));
  }

  /** Within a second or a twentieth, as README promises. */
  private static void assertClose(double expectedSeconds, OptionalDouble seconds) {
    assertEquals(
        expectedSeconds,
        seconds.orElseThrow(),
        Math.max(1, expectedSeconds / 20),
        "age in seconds");
  }
}
