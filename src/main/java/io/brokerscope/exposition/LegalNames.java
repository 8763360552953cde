package io.brokerscope.exposition;

/**
 * Turns any text into a name that both formats allow, as jmx_exporter does, so that its users keep
 * their names.
 */
public final class LegalNames {
  private LegalNames() {}

  /**
   * A legal metric name, {@code [a-zA-Z_:][a-zA-Z0-9_:]*}: each run of other characters and
   * underscores becomes one underscore, and a leading digit gets one in front. Empty for an empty
   * text, which no format allows.
   */
  public static String metricName(String text) {
    return legal(text, true);
  }

  /**
   * A legal label name: as {@link #metricName}, but a colon is not legal either. jmx_exporter lets
   * it through, and a parser that follows text 0.0.4 then refuses the whole scrape.
   */
  public static String labelName(String text) {
    return legal(text, false);
  }

  /**
   * Lower case with underscores where a small letter is followed by a capital: {@code
   * bytesInPerSec} becomes {@code bytes_in_per_sec}, {@code testTCPTest} becomes {@code
   * test_tcptest}.
   */
  public static String snakeCase(String text) {
    StringBuilder snake = new StringBuilder(text.length() + 8);
    boolean afterCapitalOrUnderscore = true;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean capital = Character.isUpperCase(character);
      if (capital && !afterCapitalOrUnderscore) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(character));
      afterCapitalOrUnderscore = capital || character == '_';
    }
    return snake.toString();
  }

  private static String legal(String text, boolean colonIsLegal) {
    StringBuilder legal = new StringBuilder(text.length() + 1);
    boolean afterUnderscore = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean digit = character >= '0' && character <= '9';
      if (digit || isLetter(character) || (character == ':' && colonIsLegal)) {
        if (digit && i == 0) {
          legal.append('_');
        }
        legal.append(character);
        afterUnderscore = false;
      } else if (!afterUnderscore) {
        legal.append('_');
        afterUnderscore = true;
      }
    }
    return legal.toString();
  }

  private static boolean isLetter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }
}
