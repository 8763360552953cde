package io.brokerscope.config;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compiles regular expressions, or says where they are wrong. */
final class Regex {
  private Regex() {}

  /**
   * @param value where the expression stands
   * @param text its text, with environment references replaced
   */
  static Pattern compile(Value value, String text) throws ConfigException {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      String at = e.getIndex() < 0 ? "" : " at index " + e.getIndex();
      throw error(value, text, Quoted.oneLine(e.getDescription()) + at);
    } catch (StackOverflowError e) {
      // Pattern.compile recurses for each nested group, and the text comes from outside.
      throw error(value, text, "Too many nested groups");
    }
  }

  private static ConfigException error(Value value, String text, String reason) {
    return value
        .source()
        .error(
            value.location(),
            value.path(),
            String.format(
                "found %s (%s), expected a Java regular expression; correct it there, or escape the character with a"
                    + " backslash",
                Quoted.text(text), reason));
  }
}
