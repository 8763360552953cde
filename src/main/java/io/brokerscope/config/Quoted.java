package io.brokerscope.config;

/**
 * A user's text inside a message of one line: long texts are cut, line breaks and control
 * characters escaped.
 */
final class Quoted {
  private static final int MAX_LENGTH = 80;

  private Quoted() {}

  /** The text in single quotes, at most 80 characters of it. */
  static String text(String raw) {
    if (raw.length() <= MAX_LENGTH) {
      return "'" + oneLine(raw) + "'";
    }
    // Not between the two halves of a character beyond the basic plane.
    int cut = Character.isHighSurrogate(raw.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return "'" + oneLine(raw.substring(0, cut)) + "…'";
  }

  /**
   * The text without anything that an editor or a terminal takes for the end of a line or a
   * command.
   */
  static String oneLine(String raw) {
    StringBuilder line = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\n') {
        line.append("\\n");
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        line.append(String.format("\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }
}
