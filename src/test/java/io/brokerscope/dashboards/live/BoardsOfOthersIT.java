package io.brokerscope.dashboards.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.packs.CommunityNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Boards that others made for jmx_exporter and kafka_exporter find their metrics in the scrapes of
 * agent and monitor, as these are shipped.
 */
class BoardsOfOthersIT {
  private static final String LAG_NAMES = "lag-metrics-of-others.txt";

  /** Measured; what is missing is per partition, with debug only, or gone from Kafka. */
  private static final double WANTED_SHARE = 0.79;

  /** How many of a board's names there are. */
  private record Share(int found, List<String> missing) {
    int all() {
      return found + missing.size();
    }

    Share with(String metric, boolean here) {
      List<String> more = new ArrayList<>(missing);
      if (!here) {
        more.add(metric);
      }
      return new Share(here ? found + 1 : found, more);
    }
  }

  @Test
  void most_metrics_of_boards_that_others_made_have_data() throws Exception {
    Recording recording = LiveStack.recorded();
    Set<String> scraped =
        new HashSet<>(recording.labelValues("__name__", "{kafka_cluster=\"main\"}"));
    List<CommunityNames.Name> names = new ArrayList<>(CommunityNames.list());
    names.addAll(CommunityNames.list(BoardsOfOthersIT.class, LAG_NAMES));

    Share all = new Share(0, List.of());
    Map<String, Share> byBoard = new TreeMap<>();
    for (CommunityNames.Name name : names) {
      boolean here = scraped.contains(name.metric());
      all = all.with(name.metric(), here);
      for (String board : Arrays.asList(name.boards().split(", "))) {
        Share soFar = byBoard.getOrDefault(board, new Share(0, List.of()));
        byBoard.put(board, soFar.with(name.metric(), here));
      }
    }

    byBoard.forEach((board, share) -> System.out.println(told(board, share)));
    System.out.println(told("all", all));
    double share = (double) all.found() / all.all();
    assertTrue(share >= WANTED_SHARE, () -> "a share of " + share);
  }

  private static String told(String board, Share share) {
    String text = "Metrics of %s with data: %d of %d".formatted(board, share.found(), share.all());
    return board.equals("all") || share.missing().isEmpty()
        ? text
        : text + ", not " + String.join(", ", share.missing());
  }
}
