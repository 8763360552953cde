package io.brokerscope.dashboards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * JSON with a line for each key and item, so that a change of one figure is a change of one line.
 */
final class Json {
  private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""))
          .withObjectIndenter(TWO_SPACES)
          .withArrayIndenter(TWO_SPACES);

  private Json() {}

  static JsonObject object() {
    return new JsonObject();
  }

  /** Without {@code .0} where there is no fraction. */
  static Number number(double value) {
    long whole = (long) value;
    return whole == value ? (Number) whole : (Number) value;
  }

  static String write(JsonObject document) {
    try {
      return new ObjectMapper().writer(PRINTER).writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + document, e);
    }
  }
}
