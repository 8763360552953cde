package io.brokerscope.config;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Gives scalars their value by YAML 1.1's rules as the YAML library has them, so that {@code yes},
 * {@code 0x10} and {@code 1_000} mean here what they mean to jmx_exporter.
 *
 * <p>Not by the library's own SafeConstructor: its static logger would start java.util.logging
 * before the application that the agent lives in has chosen its log manager.
 */
final class Scalars {
  /**
   * A String, Integer, Long, BigInteger, Double, Boolean or Date; absent if the tag is none of
   * theirs or the text does not fit the tag.
   */
  Optional<Object> read(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    try {
      if (tag.equals(Tag.STR)) {
        return Optional.of(text);
      } else if (tag.equals(Tag.BOOL)) {
        return bool(text);
      } else if (tag.equals(Tag.INT)) {
        return Optional.of(integer(text));
      } else if (tag.equals(Tag.FLOAT)) {
        return Optional.of(floatingPoint(text));
      } else if (tag.equals(Tag.TIMESTAMP)) {
        return YamlTimestamp.parse(text).map(Function.identity());
      }
    } catch (NumberFormatException e) {
      return Optional.empty(); // '!!int abc': the tag promises what the text does not hold.
    }
    return Optional.empty();
  }

  /** https://yaml.org/type/bool.html, without {@code y} and {@code n}. */
  private static Optional<Object> bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "on" -> Optional.of(true);
      case "no", "false", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** https://yaml.org/type/int.html */
  private static Number integer(String text) {
    Signed number = Signed.of(text);
    BigInteger value = magnitude(number.digits()).multiply(BigInteger.valueOf(number.sign()));
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    } else if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    return value;
  }

  private static BigInteger magnitude(String digits) {
    if (digits.startsWith("0b")) {
      return new BigInteger(digits.substring(2), 2);
    } else if (digits.startsWith("0x")) {
      return new BigInteger(digits.substring(2), 16);
    } else if (digits.startsWith("0")) {
      return new BigInteger(digits, 8);
    }
    BigInteger value = BigInteger.ZERO;
    for (String place : digits.split(":", -1)) {
      value = value.multiply(BigInteger.valueOf(60)).add(new BigInteger(place));
    }
    return value;
  }

  /** https://yaml.org/type/float.html */
  private static double floatingPoint(String text) {
    Signed number = Signed.of(text);
    String digits = number.digits().toLowerCase(Locale.ROOT);
    if (digits.equals(".nan")) {
      return Double.NaN;
    } else if (digits.equals(".inf")) {
      return number.sign() * Double.POSITIVE_INFINITY;
    }
    double value = 0;
    for (String place : digits.split(":", -1)) {
      value = value * 60 + Double.parseDouble(place);
    }
    return number.sign() * value;
  }

  /**
   * @param sign 1 or -1
   * @param digits without sign and underscores
   */
  private record Signed(int sign, String digits) {
    static Signed of(String text) {
      String plain = text.replace("_", "");
      boolean signed = plain.startsWith("-") || plain.startsWith("+");
      return new Signed(plain.startsWith("-") ? -1 : 1, signed ? plain.substring(1) : plain);
    }
  }
}
