package io.brokerscope.oracle;

import java.util.List;

/**
 * All there is between jmx_exporter and us, apart from bugs. {@link DeliberateDifferencesTest} pins
 * each one on both sides.
 */
final class DeliberateDifferences {
  static final Difference NAMES_ARE_KEPT =
      new Difference(
          "the name a rule gives is kept",
          "jmx_exporter strips _total, _created, _bucket and _info from all but counters, which"
              + " renames what dashboards ask for and merges families that have nothing in common",
          KeptNames::rewrite);

  static final Difference FIRST_DUPLICATE_WINS =
      new Difference(
          "of equal series the first in ObjectName order is exposed",
          "jmx_exporter adds _objectname to every series of the family, so that one collision"
              + " breaks all queries, and takes it away again when the collision ends",
          FirstDuplicates::rewrite);

  static final Difference NO_COLON_IN_LABEL_NAMES =
      new Difference(
          "a colon in a label name becomes an underscore",
          "text 0.0.4 does not allow it: a parser that follows it refuses the whole scrape",
          LegalForms::withoutColons);

  static final Difference FOREIGN_DIGITS =
      new Difference(
          "a leading digit that is not 0 to 9 becomes one underscore",
          "jmx_exporter puts an underscore in front and then replaces the digit by another one,"
              + " although its names have no runs of underscores elsewhere, and as a label name that"
              + " is refused and costs every MBean that comes after",
          LegalForms::withoutLeadingRuns);

  static final Difference NEGATIVE_COUNTERS =
      Difference.pinnedOnly(
          "a negative counter costs itself only", "jmx_exporter answers the whole scrape with 500");

  static final Difference DUPLICATE_LABELS =
      Difference.pinnedOnly(
          "of two labels with one name the first stays",
          "jmx_exporter loses every MBean that comes after");

  static final Difference UNKNOWN_GROUPS =
      Difference.pinnedOnly(
          "a group that the pattern lacks costs what the rule matches",
          "jmx_exporter loses every MBean that comes after");

  static final Difference NULL_LABEL_ATTRIBUTES =
      Difference.pinnedOnly(
          "a null among attributes gives no label",
          "jmx_exporter loses every MBean that comes after");

  static final Difference VALUE_WITHOUT_PATTERN =
      Difference.pinnedOnly(
          "a value without a pattern is that number",
          "jmx_exporter accepts it at load and loses every MBean at every scrape");

  static final Difference NULL_IN_COMPOSITE_INDEX =
      Difference.pinnedOnly(
          "a null part of a composite index column gives no label",
          "jmx_exporter loses every MBean that comes after");

  static final Difference ENUMS_WITH_A_BODY =
      Difference.pinnedOnly(
          "an enum constant with a body is its text",
          "jmx_exporter takes it for an unknown type, which nobody who declares an enum expects");

  static final Difference CACHE_HAS_NO_EFFECT =
      Difference.pinnedOnly(
          "a rule with cache sees the value",
          "jmx_exporter shows it the text <cache>; here every rule is remembered where that is safe");

  static final Difference GLOBS_IN_ATTRIBUTE_FILTERS =
      Difference.pinnedOnly(
          "attribute filters take ObjectName patterns and globs",
          "jmx_exporter compares exact names and ignores everything else without a word");

  static final Difference INCLUDED_JVM_DOMAINS =
      Difference.pinnedOnly(
          "excludeJvmMetrics leaves in what is included by name",
          "jmx_exporter does so from 1.6 on; the collector compared with is 1.5");

  static final Difference DECLARED_TEXTS =
      Difference.pinnedOnly(
          "an attribute declared a String is read only where a rule makes numbers of texts",
          "what no rule wants is not read; an MBean that declares a String and returns a number"
              + " breaks its own contract");

  static final Difference BRACKETS_IN_TEXTS =
      Difference.pinnedOnly(
          "a pattern that asks for angle brackets inside a text does not find them",
          "whether a text is worth reading is decided from the text before it, where brackets have a"
              + " meaning; names and values of MBeans hardly ever have them");

  static final Difference CUSTOMIZED_ONE_BY_ONE =
      Difference.pinnedOnly(
          "customizers apply to an MBean that refuses to be asked for all attributes at once",
          "jmx_exporter forgets them on that path, so the same MBean has other labels then");

  /** Labels are made alike before anything is looked up by them, and names before duplicates. */
  static final List<Difference> ALL =
      List.of(
          NO_COLON_IN_LABEL_NAMES,
          FOREIGN_DIGITS,
          NAMES_ARE_KEPT,
          FIRST_DUPLICATE_WINS,
          NEGATIVE_COUNTERS,
          DUPLICATE_LABELS,
          UNKNOWN_GROUPS,
          NULL_LABEL_ATTRIBUTES,
          VALUE_WITHOUT_PATTERN,
          NULL_IN_COMPOSITE_INDEX,
          ENUMS_WITH_A_BODY,
          CACHE_HAS_NO_EFFECT,
          GLOBS_IN_ATTRIBUTE_FILTERS,
          INCLUDED_JVM_DOMAINS,
          DECLARED_TEXTS,
          BRACKETS_IN_TEXTS,
          CUSTOMIZED_ONE_BY_ONE);

  private DeliberateDifferences() {}

  /** What jmx_exporter exposes, with every difference that can be rewritten. */
  static Exposition rewriteAll(Exposition upstream, Exposition ours) {
    Exposition rewritten = upstream;
    for (Difference difference : ALL) {
      rewritten = difference.rewrite(rewritten, ours);
    }
    return rewritten;
  }
}
