package io.brokerscope.monitor.kafka;

/**
 * How many requests a cycle may still send. Counted by the client itself, retries and look-ups of
 * coordinators and leaders included, so it is a bound and not an estimate.
 */
public final class RequestBudget {
  /**
   * KIP-966's DescribeTopicPartitions answers with so many at most
   * (max.request.partition.size.limit).
   */
  private static final int PARTITIONS_PER_PAGE = 2_000;

  private final Traffic traffic;
  private final long last;

  private RequestBudget(Traffic traffic, long last) {
    this.traffic = traffic;
    this.last = last;
  }

  /**
   * The most that a cycle of a cluster costs.
   *
   * @param traffic of the cycle's client
   * @param atStart what the client had sent when the cycle began
   */
  public static RequestBudget ofCycle(Traffic traffic, long atStart, int brokers, int partitions) {
    int pages = (partitions + PARTITIONS_PER_PAGE - 1) / PARTITIONS_PER_PAGE;
    return new RequestBudget(traffic, atStart + 6 + 8L * brokers + pages);
  }

  public boolean allows(int more) {
    return traffic.requests() + more <= last;
  }
}
