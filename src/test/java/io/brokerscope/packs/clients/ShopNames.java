package io.brokerscope.packs.clients;

import java.util.List;

/** What the clients of a shop are called, and what they work on: names as people give them. */
public final class ShopNames {
  public static final String ORDERS = "orders";
  public static final String PAYMENTS = "payments";
  public static final int PARTITIONS = 6;

  /** Reads as fast as it can. */
  public static final String BILLING = "billing";

  /** Cannot keep up with bursts, so that it falls behind more with each. */
  public static final String AUDIT = "audit";

  static final String WRITER = "shop";

  private ShopNames() {}

  public static List<String> topics() {
    return List.of(ORDERS, PAYMENTS);
  }
}
