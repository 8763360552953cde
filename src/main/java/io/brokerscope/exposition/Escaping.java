package io.brokerscope.exposition;

/** The escapes of text 0.0.4 and OpenMetrics 1.0, which are the same three. */
final class Escaping {
  private Escaping() {}

  /**
   * For what stands in double quotes, and for OpenMetrics' HELP: backslash, line feed and double
   * quote.
   */
  static String withQuotes(String text) {
    return withoutQuotes(text).replace("\"", "\\\"");
  }

  /** For the HELP of text 0.0.4: backslash and line feed, a double quote stays as it is. */
  static String withoutQuotes(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n");
  }
}
