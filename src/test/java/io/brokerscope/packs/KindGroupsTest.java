package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.packs.KindGroups.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindGroupsTest {

  @Test
  void mbeans_that_differ_by_name_alone_are_one_group() {
    assertEquals(
        List.of(
            new Group("kafka.server:type=T", List.of("A"), List.of("Max")),
            new Group("kafka.server:type=T", List.of("B", "C"), List.of("Max", "Min")),
            new Group("kafka.server:type=T,topic=*", List.of("B"), List.of("Max", "Min"))),
        KindGroups.of(
            List.of(
                "kafka.server:type=T,name=A Max",
                "kafka.server:type=T,name=B Max",
                "kafka.server:type=T,name=B Min",
                "kafka.server:type=T,name=B,topic=* Max",
                "kafka.server:type=T,name=B,topic=* Min",
                "kafka.server:type=T,name=C Max",
                "kafka.server:type=T,name=C Min")));
  }

  @Test
  void an_mbean_may_have_no_name() {
    assertEquals(
        List.of(new Group("kafka.server:type=app-info", List.of(), List.of("commit-id"))),
        KindGroups.of(List.of("kafka.server:type=app-info commit-id")));
  }
}
