package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FamilyChoiceTest {

  @ParameterizedTest
  @EnumSource(MetricType.class)
  void noNameMeansAllFamilies(MetricType type) {
    assertTrue(new FamilyChoice(Set.of()).includes("m_total", type));
  }

  @ParameterizedTest
  @EnumSource(MetricType.class)
  void aFamilyIsChosenByItsName(MetricType type) {
    assertTrue(new FamilyChoice(Set.of("other", "m_total")).includes("m_total", type));
  }

  @ParameterizedTest
  @CsvSource({
    "m_sum, m, SUMMARY, true",
    "m_count, m, SUMMARY, true",
    "m_bucket, m, SUMMARY, false",
    "m_sum, m, HISTOGRAM, true",
    "m_count, m, HISTOGRAM, true",
    "m_bucket, m, HISTOGRAM, true",
    "m_created, m, HISTOGRAM, false",
    "m_sum, m, GAUGE, false",
    "m_bucket, m, UNKNOWN, false",
    "m, m_total, COUNTER, true",
    "m, m_total, UNKNOWN, true",
    "m, m_total, HISTOGRAM, false",
    "m_total, m, COUNTER, false"
  })
  void otherNamesThatAFamilyIsChosenBy(
      String asked, String family, MetricType type, boolean included) {
    assertEquals(included, new FamilyChoice(Set.of(asked)).includes(family, type));
  }

  @Test
  void choicesOfTheSameNamesAreTheSame() {
    assertEquals(new FamilyChoice(Set.of("a", "b")), new FamilyChoice(Set.of("b", "a")));
  }
}
