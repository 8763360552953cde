package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** The oracle is the YAML library's own reading of the same scalar. */
class ScalarsTest {
  private static final Resolver RESOLVER = new Resolver();
  private static final Oracle ORACLE = new Oracle();

  /** The library gives its reading to subclasses only. */
  private static final class Oracle extends SafeConstructor {
    Oracle() {
      super(new LoaderOptions());
    }

    Optional<Object> read(ScalarNode node) {
      try {
        return Optional.ofNullable(constructDocument(node));
      } catch (RuntimeException e) {
        return Optional.empty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "",
        "yes",
        "No",
        "TRUE",
        "off",
        "On",
        "y",
        "0",
        "-0",
        "+0",
        "7",
        "-7",
        "+7",
        "1_000",
        "010",
        "-010",
        "0b1010",
        "-0b1_0",
        "0x1F",
        "-0xff",
        "2147483647",
        "2147483648",
        "-2147483648",
        "-2147483649",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "190:20:30",
        "-1:30",
        "1.5",
        "-1.5",
        "+1.5",
        "1.",
        ".5",
        "1_0.5",
        "1e3",
        "1E-3",
        "-1.5e+3",
        ".inf",
        "-.INF",
        "+.Inf",
        ".NaN",
        "190:20:30.15",
        "08",
        "0x",
        "1:",
        "2001-12-14",
        "2001-12-14T21:59:43.10-05:00",
        "2001-12-14 21:59:43",
        "2001-1-1",
        "2001-12-14t21:59:43.1Z",
        "2001-12-14  1:59:43 +5:30",
        "2001-12-14 21:59:43.9994-00:30",
        "2001-14-40",
        "2001-02-29 25:61:61",
        "1500-01-01",
        "~",
        "null"
      })
  void plainScalarsReadAsTheLibraryReadsThem(String text) {
    assertSame(plain(text));
  }

  @Test
  void randomPlainScalarsReadAsTheLibraryReadsThem() {
    Random random = new Random(20261122);
    String alphabet = "0123456789+-_.:xbeEaFinofyt";
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = 1 + random.nextInt(7); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertSame(plain(text.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.5", "", "-", "0b2", "0x", "1:x"})
  void aTextThatIsNotTheIntegerItsTagPromisesIsAbsent(String text) {
    assertEquals(Optional.empty(), new Scalars().read(node(Tag.INT, text)));
  }

  @Test
  void aTextThatIsNotTheDateItsTagPromisesIsAbsent() {
    assertEquals(Optional.empty(), new Scalars().read(node(Tag.TIMESTAMP, "tomorrow")));
  }

  @Test
  void anIntegerTaggedAsFloatIsADouble() {
    assertEquals(Optional.of(3.0), new Scalars().read(node(Tag.FLOAT, "3")));
  }

  @Test
  void otherTagsAreAbsent() {
    assertEquals(Optional.empty(), new Scalars().read(node(Tag.BINARY, "aGk=")));
  }

  private static void assertSame(ScalarNode node) {
    Optional<Object> ours = new Scalars().read(node);
    Optional<Object> theirs = ORACLE.read(node);
    String context = "'" + node.getValue() + "' tagged " + node.getTag();
    if (theirs.isPresent() && theirs.get() instanceof Double expected) {
      double found = (Double) ours.orElseThrow();
      assertTrue(
          Math.abs(expected - found) <= Math.ulp(expected) || expected.equals(found), context);
    } else {
      // The library makes a Long of 0x000000001; the number is what counts.
      assertEquals(theirs.map(ScalarsTest::exact), ours.map(ScalarsTest::exact), context);
    }
  }

  private static Object exact(Object value) {
    return value instanceof Number ? new BigInteger(value.toString()) : value;
  }

  private static ScalarNode plain(String text) {
    return node(RESOLVER.resolve(NodeId.scalar, text, true), text);
  }

  private static ScalarNode node(Tag tag, String text) {
    return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
  }
}
