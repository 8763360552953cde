package io.brokerscope.monitor.lag;

import io.brokerscope.monitor.lag.LagView.Lag;
import java.util.ArrayList;
import java.util.List;

/**
 * Lags of several partitions together; NaN for what is known of none of them.
 *
 * @param messages sum over the partitions whose lag is known
 * @param mostMessages of one partition
 * @param mostSeconds of the partitions where it is known; NaN if that is 0 and a lag's age is not
 *     known
 * @param committed sum of the committed offsets
 * @param status as a group's
 */
public record LagSum(
    double messages, double mostMessages, double mostSeconds, double committed, Status status) {

  static LagSum of(List<Lag> lags) {
    double messages = Double.NaN;
    double mostMessages = Double.NaN;
    double mostSeconds = Double.NaN;
    boolean ageMissing = false;
    double committed = lags.isEmpty() ? Double.NaN : 0;
    List<Status> statuses = new ArrayList<>();
    for (Lag lag : lags) {
      messages = plus(messages, lag.messages());
      mostMessages = most(mostMessages, lag.messages());
      mostSeconds = most(mostSeconds, lag.seconds());
      ageMissing |= lag.isAgeMissing();
      committed += lag.committed();
      statuses.add(lag.status());
    }
    if (ageMissing && mostSeconds == 0) {
      mostSeconds = Double.NaN; // What is not known yet is not 0.
    }
    return new LagSum(messages, mostMessages, mostSeconds, committed, Status.ofGroup(statuses));
  }

  private static double plus(double sum, double value) {
    if (Double.isNaN(value)) {
      return sum;
    }
    return Double.isNaN(sum) ? value : sum + value;
  }

  private static double most(double most, double value) {
    return Double.isNaN(most) || value > most ? value : most;
  }
}
