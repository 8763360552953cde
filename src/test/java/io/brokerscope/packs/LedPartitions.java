package io.brokerscope.packs;

/**
 * How many partitions a broker leads, of two replicas each, and how many of these have replicas out
 * of sync, fewer in sync than {@code min.insync.replicas}, or just as many.
 */
record LedPartitions(int all, int underReplicated, int underMinIsr, int atMinIsr) {
  private static final String OF_BROKER = "kafka_server_replicamanager_";
  private static final String OF_PARTITION = "kafka_cluster_partition_";
  private static final int REPLICAS = 2;

  /**
   * Returns when the broker's own figures say so, some of which are read every 15 seconds only, and
   * those of its partitions add up to the same.
   */
  void await(LiveProcess broker) throws Exception {
    Figures.of(
        broker,
        this + " on " + broker.name(),
        read -> equals(ofBroker(read)) && equals(ofPartitions(read)) && inSync() == inSync(read));
  }

  private static LedPartitions ofBroker(Figures figures) {
    return new LedPartitions(
        (int) figures.value(OF_BROKER + "leadercount"),
        (int) figures.value(OF_BROKER + "underreplicatedpartitions"),
        (int) figures.value(OF_BROKER + "underminisrpartitioncount"),
        (int) figures.value(OF_BROKER + "atminisrpartitioncount"));
  }

  private static LedPartitions ofPartitions(Figures figures) {
    return new LedPartitions(
        (int) figures.sum(OF_PARTITION + "replicascount") / REPLICAS,
        (int) figures.sum(OF_PARTITION + "underreplicated"),
        (int) figures.sum(OF_PARTITION + "underminisr"),
        (int) figures.sum(OF_PARTITION + "atminisr"));
  }

  private int inSync() {
    return all * REPLICAS - underReplicated;
  }

  private static int inSync(Figures figures) {
    return (int) figures.sum(OF_PARTITION + "insyncreplicascount");
  }
}
