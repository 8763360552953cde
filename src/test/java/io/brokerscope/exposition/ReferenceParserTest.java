package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.AssertionFailedError;

/** What the encoder writes means to the reference parsers what was meant. */
class ReferenceParserTest {
  private static final String HARD_CHARACTERS = "ab\\\"\n{}=, #\tné漢😀\u0000\u007f\u2028";

  private static ReferenceParser parser;

  @BeforeAll
  static void findParser() throws Exception {
    parser = ReferenceParser.ofThisMachine();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void findsTheSamplesOfTheHardCases(Format format) throws Exception {
    ExampleDocument document = ExampleDocument.ofHardCases(format);
    assertEquals(document.samples(), parser.parse(document.bytes(), format).samples());
  }

  @Test
  void findsTheFamiliesOfTheHardCases() throws Exception {
    byte[] document = ExampleDocument.ofHardCases(Format.OPENMETRICS).bytes();
    assertEquals(
        ExampleDocument.familiesOfHardCases(),
        parser.parse(document, Format.OPENMETRICS).families());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void findsRandomLabelsAndNumbers(Format format) throws Exception {
    Random random = new Random(11);
    ExampleDocument document = new ExampleDocument(format);
    document.family(new FamilyHeader("m", MetricType.GAUGE, randomText(random)));
    double[] values = RandomDoubles.all().toArray();
    for (int i = 0; i < 3_000; i++) {
      double value = values[random.nextInt(values.length)];
      document.sample("m", value, "i", "" + i, "text", randomText(random));
    }
    document.end();
    assertEquals(document.samples(), parser.parse(document.bytes(), format).samples());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void acceptsADocumentWithoutSamples(Format format) throws Exception {
    ExampleDocument document = new ExampleDocument(format);
    document.end();
    assertEquals(document.samples(), parser.parse(document.bytes(), format).samples());
  }

  @Test
  void refusesACounterBesideAFamilyOfItsShortName() {
    ExampleDocument document = new ExampleDocument(Format.OPENMETRICS);
    document.family(new FamilyHeader("queue", MetricType.GAUGE, "A gauge."));
    document.sample("queue", 1);
    document.family(new FamilyHeader("queue_total", MetricType.COUNTER, "A counter."));
    document.sample("queue_total", 1);
    document.end();
    assertThrows(
        AssertionFailedError.class, () -> parser.parse(document.bytes(), Format.OPENMETRICS));
  }

  private static String randomText(Random random) {
    int[] characters = HARD_CHARACTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(10); length > 0; length--) {
      text.appendCodePoint(characters[random.nextInt(characters.length)]);
    }
    return text.toString();
  }
}
