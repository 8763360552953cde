package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

  @Test
  void keepsTheOrderInWhichLabelsWereAdded() {
    Labels.Builder builder = Labels.builder();
    builder.add("topic", "orders");
    builder.add("partition", "0");
    assertEquals(
        List.of(new Label("topic", "orders"), new Label("partition", "0")), builder.build().all());
  }

  @Test
  void theFirstLabelOfANameWinsAndTheSecondIsReported() {
    Labels.Builder builder = Labels.builder();
    assertTrue(builder.add("topic", "orders"));
    assertFalse(builder.add("topic", "payments"));
    assertEquals(List.of(new Label("topic", "orders")), builder.build().all());
  }

  @Test
  void noneIsWhatAnEmptyBuilderBuilds() {
    assertEquals(Labels.none(), Labels.builder().build());
  }

  @Test
  void refusesAListWithADuplicateName() {
    List<Label> twice = List.of(new Label("topic", "a"), new Label("topic", "b"));
    assertThrows(IllegalArgumentException.class, () -> new Labels(twice));
  }

  @Test
  void doesNotFollowTheListItWasMadeOf() {
    List<Label> list = new ArrayList<>(List.of(new Label("topic", "a")));
    Labels labels = new Labels(list);
    list.clear();
    assertEquals(1, labels.all().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "a-b", "9", "a__b", "é"})
  void refusesANameThatIsNotLegal(String name) {
    assertThrows(IllegalArgumentException.class, () -> new Label(name, "value"));
  }
}
