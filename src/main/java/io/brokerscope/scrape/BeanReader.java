package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;

/**
 * Reads wanted attributes of one MBean and hands each value to its node. All readers give the same
 * numbers.
 */
interface BeanReader {
  /**
   * Reads once. What cannot be read leaves its slots empty; what is known not to have changed may
   * be left as it is.
   *
   * @throws Exception when nothing could be read; the caller empties the slots and counts the MBean
   */
  void read(PlanContext plan) throws Exception;

  /** Empties the slots. */
  void clear(PlanContext plan);

  /** Gives all series back; the reader is not used again. */
  void release(PlanContext plan);

  /** Whether a pass for the chosen families needs this reader. */
  boolean feeds(FamilyChoice choice);
}
