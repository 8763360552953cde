package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import java.util.List;

/** Several readers of one MBean, as one. */
record ReaderGroup(List<BeanReader> readers) implements BeanReader {
  ReaderGroup {
    readers = List.copyOf(readers);
  }

  /** The only reader, or a group of them. */
  static BeanReader of(List<BeanReader> readers) {
    return readers.size() == 1 ? readers.get(0) : new ReaderGroup(readers);
  }

  @Override
  public void read(PlanContext plan) throws Exception {
    for (BeanReader reader : readers) {
      reader.read(plan);
    }
  }

  @Override
  public void clear(PlanContext plan) {
    readers.forEach(reader -> reader.clear(plan));
  }

  @Override
  public void release(PlanContext plan) {
    readers.forEach(reader -> reader.release(plan));
  }

  @Override
  public boolean feeds(FamilyChoice choice) {
    return readers.stream().anyMatch(reader -> reader.feeds(choice));
  }
}
