package io.brokerscope.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BrokerTableTest {

  @Test
  void the_line_for_the_cluster_has_all_as_its_node() {
    String header = BrokerTable.header();
    String line = BrokerTable.clusterLine("worst lag: none");

    assertEquals(header.indexOf("node") + "node".length(), line.indexOf("all") + "all".length());
    assertEquals(header.indexOf("controller"), line.indexOf("worst lag"));
  }
}
