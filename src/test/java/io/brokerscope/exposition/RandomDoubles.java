package io.brokerscope.exposition;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finite doubles greater than zero, the same in every run, of the kinds that number writers get
 * wrong.
 */
final class RandomDoubles {
  private static final long SEED = 20261122;
  private static final int EACH = 50_000;

  private RandomDoubles() {}

  static DoubleStream all() {
    return Stream.of(bitPatterns(), decimals(), subnormals(), integers(), powers(), extremes())
        .flatMapToDouble(kind -> kind);
  }

  private static DoubleStream bitPatterns() {
    return new Random(SEED)
        .longs()
        .mapToDouble(bits -> Double.longBitsToDouble(bits & Long.MAX_VALUE))
        .filter(value -> Double.isFinite(value) && value > 0)
        .limit(EACH);
  }

  /** What people and meters write: few digits around the point. */
  private static DoubleStream decimals() {
    Random random = new Random(SEED);
    return IntStream.range(0, EACH)
        .mapToDouble(
            i -> BigDecimal.valueOf(1L + random.nextInt(), random.nextInt(12)).abs().doubleValue())
        .filter(value -> value > 0);
  }

  private static DoubleStream subnormals() {
    return DoubleStream.concat(
        new Random(SEED).longs(EACH, 1, 1L << 52).mapToDouble(Double::longBitsToDouble),
        IntStream.rangeClosed(1, 1000).mapToDouble(bits -> Double.longBitsToDouble(bits)));
  }

  /** Around the border of exact integers too. */
  private static DoubleStream integers() {
    Random random = new Random(SEED);
    return IntStream.range(0, EACH)
        .mapToDouble(i -> (random.nextLong() >>> 1) >>> random.nextInt(60))
        .filter(value -> value > 0);
  }

  private static DoubleStream powers() {
    DoubleStream ofTwo = IntStream.rangeClosed(-1074, 1023).mapToDouble(e -> Math.scalb(1.0, e));
    DoubleStream ofTen =
        IntStream.rangeClosed(-323, 308).mapToDouble(e -> Double.parseDouble("1e" + e));
    return DoubleStream.concat(ofTwo, ofTen)
        .flatMap(value -> DoubleStream.of(Math.nextDown(value), value, Math.nextUp(value)))
        .filter(value -> value > 0);
  }

  private static DoubleStream extremes() {
    return DoubleStream.of(
        Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 1e-3, 1e7, 0x1p53, 9e15);
  }
}
