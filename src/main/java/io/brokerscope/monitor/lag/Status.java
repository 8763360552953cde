package io.brokerscope.monitor.lag;

import java.util.Collection;

/** Burrow's words for how a consumer does, with Burrow's numbers. */
enum Status {
  /** Not judged yet. */
  NONE(0),
  OK(1),
  /** It works, and its lag has not fallen once. */
  WARN(2),
  /** Of a group: at least one partition is worse than WARN. */
  ERR(3),
  /** Nobody reads the partition. */
  STOP(4),
  /** Somebody has the partition and does not get on. */
  STALL(5),
  /** The offset was set back. */
  REWIND(6);

  private final int code;

  Status(int code) {
    this.code = code;
  }

  /** NaN if there is no status. */
  double value() {
    return this == NONE ? Double.NaN : code;
  }

  /** The status of a group by those of its partitions. */
  static Status ofGroup(Collection<Status> partitions) {
    Status worst = partitions.stream().max(Status::compareTo).orElse(NONE);
    return worst.compareTo(ERR) > 0 ? ERR : worst;
  }
}
