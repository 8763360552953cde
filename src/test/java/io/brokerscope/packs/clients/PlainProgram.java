package io.brokerscope.packs.clients;

/** A JVM without Kafka, which makes garbage at a steady pace until it is ended. */
public final class PlainProgram {
  private static final int ALLOCATED_BYTES = 1 << 20;
  private static final int PAUSE_MILLIS = 20;

  /** Written and never read: an array nobody holds may not be made at all. */
  private static volatile byte[] latest = {};

  private PlainProgram() {}

  public static void main(String[] args) throws InterruptedException {
    while (true) {
      latest = new byte[ALLOCATED_BYTES + latest.length % 2];
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
