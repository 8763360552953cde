package io.brokerscope.config;

import java.util.regex.Pattern;

/**
 * Where a value stands in the structure of a file, for messages.
 *
 * @param text such as {@code rules[3].labels.topic}; empty for the whole document
 */
record KeyPath(String text) {
  static final KeyPath ROOT = new KeyPath("");

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]{1,60}|<<");

  KeyPath key(String name) {
    if (!PLAIN_KEY.matcher(name).matches()) {
      return new KeyPath(text + "[" + Quoted.text(name) + "]");
    }
    return new KeyPath(text.isEmpty() ? name : text + "." + name);
  }

  KeyPath index(int position) {
    return new KeyPath(text + "[" + position + "]");
  }

  /**
   * What a message begins with after its location: the path and a colon, or nothing for the whole
   * document.
   */
  String prefix() {
    return text.isEmpty() ? "" : text + ": ";
  }
}
