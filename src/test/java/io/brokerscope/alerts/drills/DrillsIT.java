package io.brokerscope.alerts.drills;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.alerts.drills.Inbox.Told;
import io.brokerscope.kafka.Await;
import io.brokerscope.kafka.SharedProcesses;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Who is told what when something breaks. One drill after the other on one cluster: an alert that
 * ends late is none of the next drill's. {@code -Ddrills.write=true} writes the table of
 * alerts/README.md anew.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrillsIT {
  private static final Told BROKER_DOWN = ticket("KafkaBrokerDown");
  private static final Told SEVERAL_DOWN = page("KafkaSeveralBrokersDown");
  private static final Told CANARY_BURNS = page("KafkaCanaryDeliveryBudgetBurn");
  private static final Told NO_CONTROLLER = page("KafkaNoActiveController");
  private static final Told QUORUM_AT_RISK = ticket("KafkaQuorumAtRisk");
  private static final Told DISK_FULL_SOON = page("KafkaDiskFullSoon");
  private static final Told OFFLINE_LOG_DIR = ticket("KafkaOfflineLogDir");

  /**
   * Longer than the longest "for" of a page or a ticket that nothing should set off: 15 minutes.
   */
  private static final long QUIET_MILLIS = 15 * 60_000L / TimeScale.FACTOR;

  /** Longer than the "for" of what two dead brokers could page besides: 5 minutes. */
  private static final long NO_MORE_PAGES_MILLIS = 7 * 60_000L / TimeScale.FACTOR;

  /** Longer than group_interval: what began to fire by then has been told, to this drill. */
  private static final long ALL_TOLD_MILLIS = 6 * 60_000L / TimeScale.FACTOR;

  /** Five minutes, and ten seconds for what does not run faster: processes, elections. */
  private static final double SECONDS_UNTIL_PAGED = 5 * 60.0 / TimeScale.FACTOR + 10;

  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private static final DrillTable TABLE = new DrillTable();

  private static DrillStack stack;

  @BeforeAll
  static void start() throws Exception {
    SharedProcesses.endAll();
    stack = DrillStack.start();
  }

  @AfterAll
  static void end() throws Exception {
    if (stack != null) {
      stack.end();
    }
  }

  @Test
  @Order(1)
  void while_all_is_well_only_the_watchdog_is_heard() throws Exception {
    Await.until("the watchdog is heard", stack.inbox()::watchdogHeard, heard -> heard);
    Thread.sleep(QUIET_MILLIS);

    assertEquals(Set.of(), stack.inbox().firing());
  }

  @Test
  @Order(2)
  void an_agent_that_stops_is_the_monitorings_matter_and_no_brokers() throws Exception {
    Drill drill = begin("The agent of one broker is cut off", ticket("KafkaAgentUnreachable"));
    stack.agentGate(2).shut();
    drill.awaitTold(() -> stack.agentGate(2).reopen());

    drill.assertReceived(Set.of(ticket("KafkaAgentUnreachable")), Set.of());
  }

  @Test
  @Order(3)
  void a_stalled_consumer_is_a_ticket_of_its_team() throws Exception {
    Told stalled = new Told("KafkaConsumerStalled", "data-team");
    Drill drill = begin("A consumer stays in its group and reads nothing", stalled);
    stack.load().stall();
    drill.awaitTold(stack.load()::goOn);

    drill.assertReceived(Set.of(stalled), Set.of());
  }

  @Test
  @Order(4)
  void a_broker_that_dies_is_one_ticket_and_no_page() throws Exception {
    Drill drill = begin("One of three brokers is killed", BROKER_DOWN);
    stack.node(1).kill();
    drill.awaitTold(
        () -> {
          Thread.sleep(QUIET_MILLIS);
          stack.restart(1);
        });

    drill.awaitOver();
    drill.assertReceived(Set.of(BROKER_DOWN), Set.of());
  }

  @Test
  @Order(5)
  void a_disk_that_fills_is_paged_before_it_is_full_and_a_lost_log_dir_is_a_ticket()
      throws Exception {
    stack.volume().assumeMounted();
    Drill drill = begin("A log directory fills up", DISK_FULL_SOON);
    stack.volume().fillUntil(0.15);
    drill.awaitTold(
        () -> {
          stack.volume().fill();
          drill.awaitAlso(OFFLINE_LOG_DIR);
          stack.node(DrillStack.FULL_BROKER).stop(STOP_LIMIT);
          stack.volume().clear();
          stack.restart(DrillStack.FULL_BROKER);
        });

    Thread.sleep(ALL_TOLD_MILLIS);
    // The seconds until the leaders are elsewhere weigh as much as minutes of the shipped windows,
    // and those that the broker takes to start as an outage that lasts.
    drill.assertReceived(
        Set.of(DISK_FULL_SOON, OFFLINE_LOG_DIR),
        Set.of(
            BROKER_DOWN,
            page("KafkaFetchAvailabilityBudgetBurn"),
            page("KafkaProduceAvailabilityBudgetBurn")));
  }

  /** Agents and controllers say that all is well: only from outside it is seen. */
  @Test
  @Order(6)
  void clients_that_are_cut_off_are_paged_for_by_the_canary() throws Exception {
    Drill drill = begin("Clients outside cannot reach the cluster", CANARY_BURNS);
    stack.clientGates().forEach(Gate::shut);
    drill.awaitTold(() -> stack.clientGates().forEach(Gate::reopen));

    drill.assertReceived(Set.of(CANARY_BURNS), Set.of());
  }

  @Test
  @Order(7)
  void a_controller_that_dies_is_a_ticket_and_a_second_one_is_a_page() throws Exception {
    Drill first = begin("One of three controllers is killed", QUORUM_AT_RISK);
    stack.node(5).kill();
    first.awaitTold(() -> {});
    first.assertReceived(Set.of(QUORUM_AT_RISK), Set.of(ticket("KafkaTargetDown")));

    Drill second = begin("A second controller is killed", NO_CONTROLLER);
    stack.node(6).kill();
    second.awaitTold(() -> stack.restart(5, 6));

    second.awaitOver();
    Thread.sleep(ALL_TOLD_MILLIS);
    // Elections of a whole hour of the shipped rules come within two minutes here.
    second.assertReceived(
        Set.of(NO_CONTROLLER), Set.of(ticket("KafkaTargetDown"), ticket("KafkaLeaderChurn")));
  }

  @Test
  @Order(8)
  void two_brokers_that_die_are_one_page() throws Exception {
    Drill drill = begin("Two of three brokers are killed", SEVERAL_DOWN);
    stack.node(1).kill();
    stack.node(2).kill();
    drill.awaitTold(
        () -> {
          Thread.sleep(NO_MORE_PAGES_MILLIS);
          stack.restart(1, 2);
        });

    drill.awaitOver();
    drill.assertReceived(Set.of(SEVERAL_DOWN), Set.of());
    assertTrue(
        drill.secondsUntilTold() <= SECONDS_UNTIL_PAGED,
        "paged after %.0f s".formatted(drill.secondsUntilTold()));
  }

  @Test
  @Order(9)
  void everything_resolves() throws Exception {
    // The longest window that ends a page's alert is half an hour; the receivers hear of it at the
    // next group_interval.
    Await.until(Duration.ofMinutes(2), "nothing fires", stack.inbox()::firing, Set::isEmpty);

    TABLE.print();
  }

  private static Drill begin(String what, Told expected) {
    return TABLE.add(new Drill(what, expected, stack.inbox()));
  }

  private static Told page(String alert) {
    return new Told(alert, "pager");
  }

  private static Told ticket(String alert) {
    return new Told(alert, "tickets");
  }
}
