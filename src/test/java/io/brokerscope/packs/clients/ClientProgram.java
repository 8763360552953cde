package io.brokerscope.packs.clients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An application with Kafka clients, each on a thread of its own. Runs until it is ended. */
public final class ClientProgram {

  /** Kinds of clients a program may have. */
  public enum Kind {
    PRODUCERS,
    CONSUMERS,
    ADMIN,
    HELD_BACK_PRODUCER,
    PATIENT_PRODUCER,
    SHOP_WRITER,
    SHOP_READER,
    SLOW_SHOP_READER
  }

  private ClientProgram() {}

  /**
   * Starts the clients.
   *
   * @param args the program's name, the cluster's addresses, and the kinds of clients
   */
  public static void main(String[] args) {
    Settings settings = new Settings(args[1], args[0]);
    Arrays.stream(args)
        .skip(2)
        .map(Kind::valueOf)
        .flatMap(kind -> clients(kind, settings).stream())
        .forEach(ClientProgram::start);
  }

  private static List<SteadyClient> clients(Kind kind, Settings settings) {
    return switch (kind) {
      case PRODUCERS ->
          List.of(
              new OrdersProducer(settings),
              new RefusedProducer(settings),
              new LedgerProducer(settings));
      case CONSUMERS ->
          List.of(
              new GroupMember(settings, ClientNames.CLASSIC_CONSUMER, "classic"),
              new GroupMember(settings, settings.own(ClientNames.KIP_848_CONSUMER), "consumer"));
      case ADMIN -> List.of(new ClusterWatcher(settings));
      case HELD_BACK_PRODUCER -> List.of(new HeldBackProducer(settings));
      case PATIENT_PRODUCER -> List.of(new PatientProducer(settings));
      case SHOP_WRITER -> List.of(new ShopWriter(settings));
      case SHOP_READER -> List.of(ShopReader.fast(settings));
      case SLOW_SHOP_READER -> List.of(ShopReader.slow(settings));
    };
  }

  private static void start(SteadyClient client) {
    new Thread(() -> workOrEnd(client), client.getClass().getSimpleName()).start();
  }

  /** A client that fails ends the program: figures of the others would hide it. */
  private static void workOrEnd(SteadyClient client) {
    try {
      client.work();
    } catch (Exception e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  /** The arguments of {@link #main}. */
  public static List<String> arguments(String name, String bootstrapServers, Kind... kinds) {
    List<String> arguments = new ArrayList<>(List.of(name, bootstrapServers));
    for (Kind kind : kinds) {
      arguments.add(kind.name());
    }
    return arguments;
  }
}
