package io.brokerscope.monitor;

import java.util.List;

/** A table of a page; cells are any text. */
final class HtmlTable {
  private final StringBuilder html = new StringBuilder();

  HtmlTable(String title, List<String> heads) {
    html.append("<h2>").append(escaped(title)).append("</h2>\n<table>\n<tr>");
    heads.forEach(head -> html.append("<th>").append(escaped(head)).append("</th>"));
    html.append("</tr>\n");
  }

  void row(String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append("<td>").append(escaped(cell)).append("</td>");
    }
    html.append("</tr>\n");
  }

  String html() {
    return html + "</table>\n";
  }

  /** Names of topics and groups are whatever their users chose. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
