package io.brokerscope.exposition;

/**
 * A label of a series.
 *
 * @param name legal in both formats: {@link LegalNames#labelName} leaves it as it is, and it is not
 *     empty
 * @param value any text; it is escaped where it is written
 */
public record Label(String name, String value) {

  /**
   * Throws IllegalArgumentException when the name is not legal: one such label spoils a whole
   * scrape.
   */
  public Label {
    if (name.isEmpty() || !LegalNames.labelName(name).equals(name)) {
      throw new IllegalArgumentException(
          "Label name \""
              + name
              + "\" is not legal: expected letters, digits and single underscores, not"
              + " starting with a digit. Pass it through LegalNames.labelName first.");
    }
  }
}
