package io.brokerscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds out, by reading a regex once, which texts each match contains and whether the number at the
 * end of the rule input can play a part.
 */
/*
 * A rule input is `domain<k=v><path>attribute: value`, and a pattern may match anywhere in it. The value cannot play a
 * part if every match lies before it:
 *
 * 1. the pattern has a mandatory literal that no number contains (an "anchor", such as the V of `Value`). That
 *    character lies before the value, and so does all that is matched before it;
 * 2. nothing that follows the last anchor can match the `:` in front of the value, so it cannot get there.
 *
 * An anchor that may be the `:` or the blank in front of the value itself proves nothing for what follows it. Whatever
 * the scanner does not know (back references, flags, quoting) counts as seeing the value, which is always right and
 * only slower.
 */
final class PatternScanner {
  /**
   * Syntax of {@link Pattern} that the scanner does not follow. It looks for too much, for instance
   * inside character classes, which does no harm.
   */
  private static final Pattern UNKNOWN_SYNTAX =
      Pattern.compile(
          String.join(
              "|",
              // Back references, \Q..\E, \x41 and other rarities.
              "\\\\[a-zA-Z0-9&&[^dDwWsStnrfpPbBAzZG]]",
              "\\\\b\\{",
              // Flags.
              "\\(\\?(?![:>=!]|<[a-zA-Z=!])",
              // A class in which the first character is a closing bracket.
              "\\[\\^?\\]",
              // Two chars that a quantifier counts as one character.
              "[^\\x{0}-\\x{FFFF}]"));

  private final RegexReader regex;

  /** Whether a look-ahead can see the value. */
  private boolean seesValue;

  private final List<String> literals = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();

  private String beginning = "";

  /** Whether nothing but {@code ^} and the literals of the run has been read. */
  private boolean atBeginning;

  /**
   * How deep inside optional parts or alternatives the scanner is; literals there are not
   * mandatory.
   */
  private int optionalDepth;

  private PatternScanner(String regex) {
    this.regex = new RegexReader(regex);
  }

  /** Reads a regex that is known to compile. */
  static PatternFacts scan(String regex) {
    if (List.of("", ".*", ".+").contains(regex)) {
      return new PatternFacts("", List.of(), true);
    }
    if (UNKNOWN_SYNTAX.matcher(regex).find()) {
      return PatternFacts.NONE;
    }
    PatternScanner scanner = new PatternScanner(regex);
    Sight sight = scanner.alternatives(Sight.NOT_ANCHORED);
    scanner.endRun();
    boolean blind = !scanner.seesValue && (sight == Sight.ANCHORED || sight == Sight.AT_SEPARATOR);
    return new PatternFacts(scanner.beginning, scanner.literals, blind);
  }

  private Sight alternatives(Sight before) {
    boolean several = regex.hasAlternatives();
    optionalDepth += several ? 1 : 0;
    Sight after = sequence(before);
    while (regex.peek() == '|') {
      regex.moveTo(regex.position() + 1);
      after = after.or(sequence(before));
    }
    optionalDepth -= several ? 1 : 0;
    return after;
  }

  private Sight sequence(Sight before) {
    Sight sight = before;
    while (!regex.atEnd() && regex.peek() != '|' && regex.peek() != ')') {
      sight = element(sight);
    }
    return sight;
  }

  private Sight element(Sight before) {
    if (regex.peek() == '(') {
      return group(before);
    }
    if (regex.atBoundary()) {
      // \b looks at its neighbours; ^ and $ at none that the value could be.
      boolean looksAtValue = regex.atEscapedBoundary() && before == Sight.AT_SEPARATOR;
      boolean first = regex.position() == 0 && regex.peek() == '^' && optionalDepth == 0;
      regex.skipBoundary();
      endRun();
      atBeginning = regex.skipQuantifier() == 1 && first;
      return looksAtValue ? Sight.REACHES_VALUE : before;
    }
    String atom = regex.skipAtom();
    int literal = literalOf(atom);
    int minimum = regex.skipQuantifier();
    if (literal < 0 || minimum == 0) {
      endRun();
      return before.afterAtom(matchesColon(atom));
    }
    addLiteral((char) literal);
    return before.afterLiteral((char) literal);
  }

  private Sight group(Sight before) {
    RegexReader.GroupKind kind = regex.openGroup();
    boolean matching = kind == RegexReader.GroupKind.MATCHING;
    boolean ahead = kind == RegexReader.GroupKind.AHEAD;
    int bodyStart = regex.position();
    int afterGroup = regex.closingParenthesis() + 1;
    boolean optional = !matching || regex.quantifierMinimumAt(afterGroup) == 0;
    endRun();
    optionalDepth += optional ? 1 : 0;
    Sight inside = alternatives(ahead ? Sight.ANCHORED : before);
    if (matching && regex.repeatsAt(afterGroup)) {
      // The second turn begins where the first one ended.
      regex.moveTo(bodyStart);
      optionalDepth++;
      inside = inside.or(alternatives(inside));
      optionalDepth--;
    }
    optionalDepth -= optional ? 1 : 0;
    endRun();
    regex.moveTo(afterGroup);
    regex.skipQuantifier();
    if (matching) {
      return optional ? inside.or(before) : inside;
    }
    // Look-behind sees what lies before, which no value does. Look-ahead must not get past the
    // colon.
    seesValue |= ahead && (inside != Sight.ANCHORED || before == Sight.AT_SEPARATOR);
    return before;
  }

  private void addLiteral(char c) {
    if (optionalDepth > 0) {
      return;
    }
    run.append(c);
    if (regex.lastQuantifierRepeats()) {
      endRun();
    }
  }

  private void endRun() {
    if (atBeginning) {
      beginning = run.toString();
      atBeginning = false;
    }
    if (run.length() > 0) {
      literals.add(run.toString());
      run.setLength(0);
    }
  }

  /** The character an atom stands for, or -1 if it is not a single literal character. */
  private static int literalOf(String atom) {
    if (atom.length() == 1) {
      return atom.charAt(0) == '.' ? -1 : atom.charAt(0);
    }
    boolean escapedSign =
        atom.length() == 2 && atom.charAt(0) == '\\' && !Character.isLetterOrDigit(atom.charAt(1));
    return escapedSign ? atom.charAt(1) : -1;
  }

  private static boolean matchesColon(String atom) {
    return Pattern.compile(atom).matcher(":").matches();
  }
}
