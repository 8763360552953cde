package io.brokerscope.monitor.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.monitor.cluster.Storage.LogDir;
import io.brokerscope.monitor.cluster.Storage.OfBroker;
import io.brokerscope.monitor.cluster.Storage.Volume;
import io.brokerscope.monitor.kafka.Partial;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class StorageTest {
  private final Storage before =
      Storage.of(
          answers(Map.of(1, ofBroker(1, 10), 2, ofBroker(2, 20))),
          answers(Map.of("orders", "delete", "prices", "compact")),
          Storage.none());

  @Test
  void aTopicIsAsLargeAsAllItsReplicas() {
    assertEquals(Map.of("orders", 30L), before.topicSizeBytes());
    assertEquals(0, before.missing());
  }

  @Test
  void aBrokerThatIsSilentKeepsWhatItSaidBefore() {
    Storage now =
        Storage.of(
            new Partial<>(Map.of(1, ofBroker(1, 15)), Map.of(2, silence())),
            answers(Map.of()),
            before);

    assertEquals(Map.of("orders", 35L), now.topicSizeBytes());
    assertEquals(Set.of(1, 2), now.dirs().stream().map(LogDir::broker).collect(Collectors.toSet()));
    assertEquals(1, now.missing());
  }

  @Test
  void aBrokerThatIsNotAskedAnyMoreIsForgotten() {
    Storage now = Storage.of(answers(Map.of(1, ofBroker(1, 15))), answers(Map.of()), before);

    assertEquals(Map.of("orders", 15L), now.topicSizeBytes());
  }

  @Test
  void aTopicWhoseSettingsDoNotComeKeepsItsPolicy() {
    Storage now =
        Storage.of(
            answers(Map.of()),
            new Partial<>(Map.of("orders", "delete"), Map.of("prices", silence())),
            before);

    assertEquals(Set.of("prices"), now.compactedTopics());
  }

  private static OfBroker ofBroker(int id, long sizeBytes) {
    Volume volume = new Volume(OptionalLong.empty(), OptionalLong.empty());
    return new OfBroker(
        List.of(new LogDir(id, "/data", sizeBytes, volume, false)), Map.of("orders", sizeBytes));
  }

  private static Throwable silence() {
    return new TimeoutException("no answer");
  }

  private static <K, V> Partial<K, V> answers(Map<K, V> values) {
    return new Partial<>(values, Map.of());
  }
}
