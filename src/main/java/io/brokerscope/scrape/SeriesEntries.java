package io.brokerscope.scrape;

import io.brokerscope.exposition.Series;
import java.util.Arrays;

/**
 * Entries in the order in which they came, and a hash table over them: open addressing in two flat
 * arrays, because a map node for each series would take a tenth of what a series may.
 */
final class SeriesEntries {
  private static final int INITIAL_CAPACITY = 4;

  /** The first {@link #size} are used, none is null. */
  private SeriesEntry[] entries = new SeriesEntry[INITIAL_CAPACITY];

  private int size;

  /** Index into {@link #entries} plus 1; 0 is free. The length is {@link #indexCapacity}. */
  private int[] index = new int[indexCapacity(INITIAL_CAPACITY)];

  int size() {
    return size;
  }

  /** The series in their order. */
  Series[] series() {
    Series[] series = new Series[size];
    Arrays.setAll(series, i -> entries[i].series);
    return series;
  }

  /** The slot of each, as it is now. */
  int[] slots() {
    int[] slots = new int[size];
    Arrays.setAll(slots, i -> entries[i].slot());
    return slots;
  }

  SeriesEntry get(int i) {
    return entries[i];
  }

  /** The entry of a series; null if there is none. */
  SeriesEntry find(Series series) {
    int at = index[position(series)];
    return at == 0 ? null : entries[at - 1];
  }

  /** Adds an entry whose series is not there yet. */
  void add(SeriesEntry entry) {
    if (size == entries.length) {
      grow();
    }
    entries[size++] = entry;
    index[position(entry.series)] = size;
  }

  void removeUnclaimed() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (entries[i].isClaimed()) {
        entries[kept++] = entries[i];
      }
    }
    Arrays.fill(entries, kept, size, null);
    size = kept;
    if (entries.length > INITIAL_CAPACITY && size < entries.length / 4) {
      entries = Arrays.copyOf(entries, Math.max(INITIAL_CAPACITY, size));
    }
    reindex();
  }

  /** Where in the index a series is, or would be. */
  private int position(Series series) {
    int mask = index.length - 1;
    int hash = series.hashCode();
    int at = (hash ^ (hash >>> 16)) & mask;
    while (index[at] != 0 && !entries[index[at] - 1].series.equals(series)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    entries = Arrays.copyOf(entries, entries.length + (entries.length >> 1) + 1);
    if (index.length < indexCapacity(entries.length)) {
      reindex();
    }
  }

  private void reindex() {
    index = new int[indexCapacity(entries.length)];
    for (int i = 0; i < size; i++) {
      index[position(entries[i].series)] = i + 1;
    }
  }

  /** A power of two, at least a third larger than the number of entries. */
  private static int indexCapacity(int entryCount) {
    return Integer.highestOneBit(entryCount + entryCount / 3) * 2;
  }
}
