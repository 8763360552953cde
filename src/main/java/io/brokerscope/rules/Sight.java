package io.brokerscope.rules;

/** How the part of the pattern read so far relates to the value. */
enum Sight {
  /** No anchor yet. */
  NOT_ANCHORED,
  /** After an anchor, with nothing since that can match a colon. */
  ANCHORED,
  /** After an anchor that may be the separator in front of the value. */
  AT_SEPARATOR,
  /** After an anchor, and after something that can match a colon. */
  REACHES_VALUE;

  /** The weaker of two, for alternatives. */
  Sight or(Sight other) {
    if (this == other) {
      return this;
    }
    if (this == NOT_ANCHORED || other == NOT_ANCHORED) {
      return NOT_ANCHORED;
    }
    return REACHES_VALUE;
  }

  Sight afterLiteral(char c) {
    if (c == ':' || c == ' ') {
      return AT_SEPARATOR;
    }
    return PatternFacts.canStandInNumber(c) ? afterAtom(false) : ANCHORED;
  }

  Sight afterAtom(boolean canMatchColon) {
    return switch (this) {
      case NOT_ANCHORED -> NOT_ANCHORED;
      case ANCHORED -> canMatchColon ? REACHES_VALUE : ANCHORED;
      case AT_SEPARATOR, REACHES_VALUE -> REACHES_VALUE;
    };
  }
}
