package io.brokerscope.packs.clients;

import javax.management.ObjectName;

/** What the programs' clients are called, and what they work on. */
public final class ClientNames {

  /** What all consumers read. Its dot makes later consumers tell of it under two names. */
  public static final String ORDERS = "orders.v1";

  public static final int ORDERS_PARTITIONS = 2;

  /** Takes no batch above {@link #SMALL_BYTES}. */
  public static final String SMALL = "small";

  public static final int SMALL_BYTES = 1_000;

  /** Written in transactions. */
  public static final String LEDGER = "ledger";

  /*
   * A client.id may be anything. These imitate what surrounds it in an MBean's name and in the text that rules see, so
   * that a rule that is not careful takes a part of them for a key, an attribute or a name.
   */
  public static final String ORDERS_PRODUCER = "shop \"eu\",team=x";
  public static final String CLASSIC_CONSUMER = "billing\\\"a\", topic=b, partition=9";
  public static final String KIP_848_CONSUMER = "audit*?><>records-lag-max";

  /** The same in the program "consumer", which alone has a quota: it would have to share it. */
  public static final String THROTTLED_CONSUMER = KIP_848_CONSUMER + "-consumer";

  public static final String REFUSED_PRODUCER = "refused";
  public static final String LEDGER_PRODUCER = "ledger";
  public static final String ADMIN_CLIENT = "watcher";

  /** Has a buffer of {@link #SMALL_BUFFER_BYTES}, and the brokers a quota for it. */
  public static final String HELD_BACK_PRODUCER = "held-back";

  public static final int SMALL_BUFFER_BYTES = 65_536;

  /** Never gives a record up, however long a broker hangs. */
  public static final String PATIENT_PRODUCER = "patient";

  private ClientNames() {}

  /** The label of a client: its name as JMX quotes it, without the quotes. */
  public static String label(String clientId) {
    String quoted = ObjectName.quote(clientId);
    return quoted.substring(1, quoted.length() - 1);
  }
}
