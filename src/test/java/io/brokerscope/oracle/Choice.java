package io.brokerscope.oracle;

import java.util.List;
import java.util.Random;

/** Choices of a generator that depend on its seed only. */
final class Choice {
  private final Random random;

  Choice(long seed) {
    this.random = new Random(seed);
  }

  @SafeVarargs
  final <T> T of(T... values) {
    return values[random.nextInt(values.length)];
  }

  <T> T from(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A number from {@code least} to {@code most}. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  Random random() {
    return random;
  }
}
