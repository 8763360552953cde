package io.brokerscope.dashboards;

import java.util.List;

/**
 * What every panel says of itself.
 *
 * @param title a question that the panel answers, or a quantity; it is the panel's name on its
 *     board, and its id is made of it
 * @param description what is normal, and what to do when it is not
 * @param links where to look next
 */
record Subject(String title, String description, Unit unit, List<Link> links) {
  Subject {
    links = List.copyOf(links);
    if (title.isBlank()) {
      throw new IllegalArgumentException("A panel has no title");
    }
    if (!description.endsWith(".")) {
      throw new IllegalArgumentException(title + ": the description is no sentence");
    }
    if (links.isEmpty()) {
      throw new IllegalArgumentException(title + ": a dead end; every panel leads on to a board");
    }
  }
}
