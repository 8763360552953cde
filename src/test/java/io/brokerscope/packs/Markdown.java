package io.brokerscope.packs;

/** A text with headings and tables. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  Markdown heading(String title) {
    return paragraph("## " + title);
  }

  /** Lines with an empty one before them. */
  Markdown paragraph(String lines) {
    text.append(text.isEmpty() ? "" : "\n").append(lines.strip()).append('\n');
    return this;
  }

  /** The first line of a table; what follows are its rows. */
  Markdown table(String... columns) {
    text.append('\n');
    return row(columns).line("|---".repeat(columns.length) + '|');
  }

  Markdown row(String... cells) {
    StringBuilder row = new StringBuilder();
    for (String cell : cells) {
      row.append("| ").append(cell.replace("|", "\\|")).append(' ');
    }
    return line(row.append('|').toString());
  }

  private Markdown line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** Each as code, one below the other in a cell. */
  static String code(Iterable<String> texts) {
    StringBuilder cell = new StringBuilder();
    for (String part : texts) {
      cell.append(cell.isEmpty() ? "" : "<br>").append(code(part));
    }
    return cell.toString();
  }

  static String code(String text) {
    return '`' + text + '`';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
