package io.brokerscope.rules;

/**
 * What is known of the lines that a composite or tabular attribute may give before its keys are: a
 * row adds to the properties, a key to the path, and a row that stands for itself to neither.
 *
 * @param domain of the MBean
 * @param properties as the line has them, {@code k1=v1, k2=v2}
 * @param rowPath the path of a row that stands for itself
 * @param rowName the name of such a row, with the blank before its value
 * @param keyPath the path of a key
 */
record InnerLines(
    String domain, String properties, String rowPath, String rowName, String keyPath) {
  /** Every line is {@code domain<properties><path>name: value}: five fields, one always empty. */
  private static final String BRACKETS = "<><>";

  private static final int DOMAIN = 0;
  private static final int PROPERTIES = 1;
  private static final int EMPTY = 2;
  private static final int PATH = 3;

  /**
   * @param shownName the attribute's name as the rule shows it
   */
  static InnerLines of(Leaf attribute, String shownName) {
    String domain = attribute.bean().domain();
    String head = attribute.bean().head();
    String path = String.join(", ", attribute.path());
    String keyPath = path.isEmpty() ? attribute.name() : path + ", " + attribute.name();
    String properties = head.substring(domain.length() + 1, head.length() - 1);
    return new InnerLines(domain, properties, path, shownName + ": ", keyPath);
  }

  /** Whether such a line can contain the text; false holds for keys without brackets. */
  boolean canContain(String literal) {
    if (properties.indexOf('<') >= 0 || properties.indexOf('>') >= 0) {
      return true;
    }
    String brackets = literal.replaceAll("[^<>]", "");
    if (brackets.isEmpty()) {
      return true;
    }
    String[] parts = literal.split("[<>]", -1);
    for (int at = BRACKETS.indexOf(brackets); at >= 0; at = BRACKETS.indexOf(brackets, at + 1)) {
      if (fits(parts, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the parts between brackets can be the fields from the given one on. */
  private boolean fits(String[] parts, int firstField) {
    int last = parts.length - 1;
    if (!canEnd(firstField, parts[0]) || !canBegin(firstField + last, parts[last])) {
      return false;
    }
    for (int i = 1; i < last; i++) {
      if (!canBe(firstField + i, parts[i])) {
        return false;
      }
    }
    int path = PATH - firstField;
    boolean isRow = path > 0 && path == last - 1 && parts[path].equals(rowPath);
    return !isRow || rowName.startsWith(parts[last]) || parts[last].startsWith(rowName);
  }

  private boolean canEnd(int field, String part) {
    return switch (field) {
      case DOMAIN -> domain.endsWith(part);
      case EMPTY -> part.isEmpty();
      default -> true;
    };
  }

  private boolean canBegin(int field, String part) {
    return switch (field) {
      case PROPERTIES -> canBegin(properties, part);
      case EMPTY -> part.isEmpty();
      case PATH -> canBegin(keyPath, part) || rowPath.startsWith(part);
      default -> true;
    };
  }

  private static boolean canBegin(String known, String part) {
    return (known + ", ").startsWith(part) || part.startsWith(known + ", ");
  }

  private boolean canBe(int field, String part) {
    return switch (field) {
      case PROPERTIES -> canBe(properties, part);
      case EMPTY -> part.isEmpty();
      default -> canBe(keyPath, part) || part.equals(rowPath);
    };
  }

  private static boolean canBe(String known, String part) {
    return part.equals(known) || part.startsWith(known + ", ");
  }
}
