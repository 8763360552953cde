package io.brokerscope.dashboards.boards;

import io.brokerscope.dashboards.Board;
import java.util.List;

/** All boards, in the order in which an incident leads through them. */
final class Boards {
  private Boards() {}

  static List<Board> all() {
    return List.of(
        OverviewBoard.board(),
        ClusterBoard.board(),
        BrokerBoard.board(),
        RequestsBoard.board(),
        TopicsBoard.board(),
        ControllerBoard.board(),
        JvmBoard.board(),
        HostBoard.board(),
        LagBoard.board(),
        CanaryBoard.board(),
        ProducerBoard.board(),
        ConsumerBoard.board(),
        StreamsBoard.board(),
        ConnectBoard.board(),
        ExporterBoard.board());
  }
}
