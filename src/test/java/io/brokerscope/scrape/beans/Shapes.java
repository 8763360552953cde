package io.brokerscope.scrape.beans;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

public final class Shapes implements ShapesMXBean {
  /** Rows of a table; tests add and remove some. */
  public final Map<String, Long> byName = new ConcurrentHashMap<>();

  public volatile Outer outer = new Outer(1, "t", new Inner(2, 3L));

  @Override
  public Outer getOuter() {
    return outer;
  }

  @Override
  public Map<String, Long> getByName() {
    return byName;
  }

  @Override
  public Map<String, Map<String, Long>> getByNameAndKind() {
    return new TreeMap<>(Map.of("a", Map.of("x", 1L, "y", 2L), "b", Map.of("x", 3L)));
  }

  @Override
  public Map<Place, Inner> getByPlace() {
    return Map.of(new Place("r1", 7), new Inner(10, null));
  }

  @Override
  public Level getLevel() {
    return Level.HIGH;
  }

  @Override
  public long[] getArray() {
    return new long[] {1, 2};
  }
}
