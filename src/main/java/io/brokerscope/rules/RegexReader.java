package io.brokerscope.rules;

/** Moves over the parts of a regex that is known to compile. */
final class RegexReader {
  private final String regex;
  private int position;

  /** Whether the last quantifier read lets its atom occur more than once. */
  private boolean lastQuantifierRepeats;

  RegexReader(String regex) {
    this.regex = regex;
  }

  /** What a group does with the text it is held against. */
  enum GroupKind {
    MATCHING,
    AHEAD,
    BEHIND
  }

  int position() {
    return position;
  }

  void moveTo(int newPosition) {
    position = newPosition;
  }

  boolean atEnd() {
    return position >= regex.length();
  }

  boolean lastQuantifierRepeats() {
    return lastQuantifierRepeats;
  }

  /**
   * Whether {@code ^}, {@code $} or an escape such as {@code \b} comes next: it matches no
   * character.
   */
  boolean atBoundary() {
    char c = peek();
    return c == '^' || c == '$' || atEscapedBoundary();
  }

  boolean atEscapedBoundary() {
    return peek() == '\\' && isBoundary(regex.charAt(position + 1));
  }

  void skipBoundary() {
    position += peek() == '\\' ? 2 : 1;
  }

  /** Moves over the {@code (} of a group and what follows it to say what the group is. */
  GroupKind openGroup() {
    position++;
    return peek() == '?' ? groupHead() : GroupKind.MATCHING;
  }

  private GroupKind groupHead() {
    position++;
    char c = regex.charAt(position++);
    if (c == '=' || c == '!') {
      return GroupKind.AHEAD;
    }
    if (c == '<' && (peek() == '=' || peek() == '!')) {
      position++;
      return GroupKind.BEHIND;
    }
    if (c == '<') {
      position = regex.indexOf('>', position) + 1;
    }
    return GroupKind.MATCHING;
  }

  char peek() {
    return position < regex.length() ? regex.charAt(position) : 0;
  }

  private static boolean isBoundary(char escaped) {
    return "bBAzZG".indexOf(escaped) >= 0;
  }

  /** Whether a {@code |} stands at this level, before the group that is open here ends. */
  boolean hasAlternatives() {
    int saved = position;
    boolean found = false;
    while (position < regex.length() && peek() != ')' && !found) {
      if (peek() == '|') {
        found = true;
      } else if (peek() == '(') {
        position++;
        position = closingParenthesis() + 1;
      } else {
        skipAtom();
      }
    }
    position = saved;
    return found;
  }

  /**
   * Index of the {@code )} that closes the group whose inside begins at {@link #position}, which
   * stays.
   */
  int closingParenthesis() {
    int saved = position;
    int depth = 1;
    while (true) {
      char c = peek();
      if (c == '(') {
        depth++;
        position++;
      } else if (c == ')') {
        depth--;
        if (depth == 0) {
          break;
        }
        position++;
      } else {
        skipAtom();
      }
    }
    int close = position;
    position = saved;
    return close;
  }

  /** Moves over one character, escape or class, without its quantifier, and returns it. */
  String skipAtom() {
    int start = position;
    char c = regex.charAt(position++);
    if (c == '\\') {
      skipEscape();
    } else if (c == '[') {
      skipClass();
    }
    return regex.substring(start, position);
  }

  private void skipEscape() {
    char c = regex.charAt(position++);
    if (c == 'p' || c == 'P') {
      position = peek() == '{' ? regex.indexOf('}', position) + 1 : position + 1;
    }
  }

  private void skipClass() {
    int depth = 1;
    if (peek() == '^') {
      position++;
    }
    while (depth > 0) {
      char c = regex.charAt(position++);
      if (c == '\\') {
        skipEscape();
      } else if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      }
    }
  }

  /**
   * Moves over a quantifier, if there is one, and returns how often at least its atom must occur.
   */
  int skipQuantifier() {
    int minimum = quantifierMinimumAt(position);
    lastQuantifierRepeats = repeatsAt(position);
    char c = peek();
    if (c == '{') {
      position = regex.indexOf('}', position) + 1;
    } else if (c == '?' || c == '*' || c == '+') {
      position++;
    } else {
      return minimum;
    }
    if (peek() == '?' || peek() == '+') {
      position++;
    }
    return minimum;
  }

  int quantifierMinimumAt(int index) {
    char c = index < regex.length() ? regex.charAt(index) : 0;
    boolean zero = c == '?' || c == '*' || (c == '{' && regex.charAt(index + 1) == '0');
    return zero ? 0 : 1;
  }

  boolean repeatsAt(int index) {
    char c = index < regex.length() ? regex.charAt(index) : 0;
    return c == '*' || c == '+' || c == '{';
  }
}
