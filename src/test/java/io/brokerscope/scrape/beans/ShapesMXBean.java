package io.brokerscope.scrape.beans;

import java.util.Map;

/** What the JMX runtime turns into composite and tabular data. */
public interface ShapesMXBean {
  Outer getOuter();

  Map<String, Long> getByName();

  Map<String, Map<String, Long>> getByNameAndKind();

  Map<Place, Inner> getByPlace();

  Level getLevel();

  long[] getArray();

  /** A composite with a number, a text and a composite inside. */
  record Outer(int number, String text, Inner inner) {
    public int getNumber() {
      return number;
    }

    public String getText() {
      return text;
    }

    public Inner getInner() {
      return inner;
    }
  }

  record Inner(long used, Long max) {
    public long getUsed() {
      return used;
    }

    public Long getMax() {
      return max;
    }
  }

  /** A composite key. */
  record Place(String rack, int slot) {
    public String getRack() {
      return rack;
    }

    public int getSlot() {
      return slot;
    }
  }

  enum Level {
    LOW,
    HIGH
  }
}
