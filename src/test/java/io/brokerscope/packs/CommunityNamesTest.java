package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.packs.CommunityNames.Name;
import io.brokerscope.packs.CommunityNames.Offer;
import io.brokerscope.packs.CommunityNames.Place;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommunityNamesTest {
  private static final Map<String, Offer> BY_BOARD =
      Map.of(
          "brokers", new Offer(Set.of("both", "broker"), Set.of("both", "broker", "partition")),
          "workers", new Offer(Set.of("both"), Set.of("both")));

  @Test
  void a_name_is_wanted_of_the_process_that_the_board_is_about() {
    assertEquals(Place.SHIPPED, place("broker", "brokers", ""));
    assertEquals(Place.UNEXPLAINED, place("broker", "workers", ""));
  }

  @Test
  void a_name_that_several_boards_want_must_be_in_the_rules_of_each() {
    assertEquals(Place.SHIPPED, place("both", "brokers, workers", ""));
    assertEquals(Place.UNEXPLAINED, place("broker", "brokers, workers", ""));
  }

  @Test
  void a_name_with_debug_alone_is_told_apart() {
    assertEquals(Place.DEBUG_ONLY, place("partition", "brokers", ""));
  }

  @Test
  void a_note_explains_what_is_not_there() {
    assertEquals(Place.MISSING, place("other", "brokers", "missing: too many"));
    assertEquals(Place.WRONGLY_MISSING, place("broker", "brokers", "missing: too many"));
    assertEquals(Place.GONE, place("broker", "brokers", "gone 4.0: ZooKeeper"));
  }

  @Test
  void shares_are_of_what_kafka_still_has() {
    CommunityNames names =
        CommunityNames.of(
            List.of(
                new Name("broker", "brokers", ""),
                new Name("partition", "brokers", ""),
                new Name("other", "brokers", "missing: too many"),
                new Name("broker", "workers", ""),
                new Name("old", "brokers", "gone 4.0: ZooKeeper")),
            BY_BOARD);

    assertEquals(0.25, names.share(names.foundByDefault()));
    assertEquals(0.5, names.share(names.found()));
  }

  @Test
  void every_board_of_the_list_is_about_a_process_with_rules() throws IOException {
    Set<String> boards = new TreeSet<>();
    CommunityNames.list().forEach(name -> boards.addAll(Arrays.asList(name.boards().split(", "))));

    assertEquals(boards, new TreeSet<>(CommunityNames.packs().keySet()));
    assertTrue(
        Pack.all().stream()
            .map(Pack::name)
            .collect(Collectors.toSet())
            .containsAll(CommunityNames.packs().values()));
  }

  private static Place place(String metric, String boards, String note) {
    CommunityNames names = CommunityNames.of(List.of(new Name(metric, boards, note)), BY_BOARD);
    return names.names().keySet().iterator().next();
  }
}
