package io.brokerscope.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces {@code ${NAME}} and {@code ${NAME:-default}} by environment variables.
 *
 * <p>A name is a letter or underscore, then letters, digits and underscores. The default stands
 * when the variable is not set or empty, as in a shell; it reaches to the first <code>}</code> and
 * holds no further references. A dollar sign after a backslash begins no reference, and the
 * backslash stays: the rule language has an escape of its own.
 *
 * <p>In the texts of a rule the same notation means a group of the rule's pattern, so there:
 *
 * <ul>
 *   <li>{@code ${NAME:-default}} is always the environment: the rule language has no such form;
 *   <li>{@code ${NAME}} is the environment only if the pattern has no group of that name and the
 *       variable is set. Everything else stays as it is, for the rule to understand or to complain
 *       about;
 *   <li>in a pattern the variable's value is regular expression; in the other texts it is taken
 *       literally, so that a <code>$</code> in it refers to no group. A default is part of the file
 *       and means what it would mean there.
 * </ul>
 */
final class EnvironmentText {
  private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

  private final Function<String, String> environment;

  EnvironmentText(Function<String, String> environment) {
    this.environment = environment;
  }

  /** The named groups of a regular expression, which need not compile yet. */
  static Set<String> groupNames(String regex) {
    return NAMED_GROUP
        .matcher(regex)
        .results()
        .map(group -> group.group(1))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The name of the first variable that is not set and has no default. */
  Optional<String> firstUnset(String text) {
    return references(text).stream()
        .filter(reference -> valueOf(reference, UnaryOperator.identity()).isEmpty())
        .map(Reference::name)
        .findFirst();
  }

  /** Outside rules; what {@link #firstUnset} finds stays as it is. */
  String expand(String text) {
    return expandInRule(text, Set.of(), UnaryOperator.identity());
  }

  /** In a rule's pattern that has these named groups. */
  String expandPattern(String regex, Set<String> groups) {
    return expandInRule(regex, groups, UnaryOperator.identity());
  }

  /** In the other texts of a rule whose pattern has these named groups. */
  String expandReplacement(String text, Set<String> groups) {
    return expandInRule(text, groups, Matcher::quoteReplacement);
  }

  private String expandInRule(String text, Set<String> groups, UnaryOperator<String> quote) {
    StringBuilder result = new StringBuilder(text.length());
    int copied = 0;
    for (Reference reference : references(text)) {
      boolean isGroup = reference.fallback().isEmpty() && groups.contains(reference.name());
      Optional<String> value = isGroup ? Optional.empty() : valueOf(reference, quote);
      if (value.isPresent()) {
        result.append(text, copied, reference.start()).append(value.get());
        copied = reference.end();
      }
    }
    return result.append(text, copied, text.length()).toString();
  }

  private Optional<String> valueOf(Reference reference, UnaryOperator<String> quote) {
    String value = environment.apply(reference.name());
    boolean useFallback = value == null || (value.isEmpty() && reference.fallback().isPresent());
    return useFallback ? reference.fallback() : Optional.of(quote.apply(value));
  }

  /** In one pass over the text, in linear time whatever it holds. */
  private static List<Reference> references(String text) {
    List<Reference> references = new ArrayList<>();
    // Behind the last brace no reference can end; looking for the end there each time would be
    // quadratic.
    int lastBrace = text.lastIndexOf('}');
    int dollar = text.indexOf("${");
    while (dollar >= 0 && dollar < lastBrace) {
      Optional<Reference> reference =
          isEscaped(text, dollar) ? Optional.empty() : Reference.at(text, dollar);
      reference.ifPresent(references::add);
      dollar = text.indexOf("${", reference.map(Reference::end).orElse(dollar + 2));
    }
    return references;
  }

  private static boolean isEscaped(String text, int dollar) {
    int backslashes = 0;
    while (backslashes < dollar && text.charAt(dollar - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  /**
   * A reference as written.
   *
   * @param fallback the text after {@code :-}
   * @param start index of the dollar sign
   * @param end index behind the closing brace
   */
  private record Reference(String name, Optional<String> fallback, int start, int end) {

    static Optional<Reference> at(String text, int dollar) {
      int nameEnd = nameEnd(text, dollar + 2);
      if (nameEnd == dollar + 2) {
        return Optional.empty();
      }
      String name = text.substring(dollar + 2, nameEnd);
      if (text.startsWith("}", nameEnd)) {
        return Optional.of(new Reference(name, Optional.empty(), dollar, nameEnd + 1));
      }
      int brace = text.startsWith(":-", nameEnd) ? text.indexOf('}', nameEnd) : -1;
      if (brace < 0) {
        return Optional.empty();
      }
      String fallback = text.substring(nameEnd + 2, brace);
      return Optional.of(new Reference(name, Optional.of(fallback), dollar, brace + 1));
    }

    private static int nameEnd(String text, int start) {
      int end = start;
      while (end < text.length() && isNamePart(text.charAt(end), end == start)) {
        end++;
      }
      return end;
    }

    private static boolean isNamePart(char c, boolean first) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      return letter || (!first && c >= '0' && c <= '9');
    }
  }
}
