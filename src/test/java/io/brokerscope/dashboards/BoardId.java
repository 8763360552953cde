package io.brokerscope.dashboards;

import java.util.Locale;

/** The boards; a link can lead to no other. */
public enum BoardId {
  OVERVIEW("Overview and SLO"),
  CLUSTER("Cluster"),
  BROKER("Broker"),
  TOPICS("Topics"),
  REQUESTS("Requests"),
  CONTROLLER("KRaft controller"),
  JVM("JVM"),
  HOST("Host"),
  LAG("Consumer lag"),
  CANARY("Canary"),
  PRODUCER("Producer"),
  CONSUMER("Consumer"),
  STREAMS("Streams"),
  CONNECT("Connect"),
  EXPORTER("Exporter");

  private final String title;

  BoardId(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** Never to be changed: alerts, runbooks and bookmarks hold it. */
  String uid() {
    return "kafka-" + name().toLowerCase(Locale.ROOT);
  }
}
