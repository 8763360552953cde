package io.brokerscope.dashboards;

import io.brokerscope.dashboards.Section.Line;
import java.util.ArrayList;
import java.util.List;

/** Lays out a board from top to bottom, lines of panels under headings. */
final class Grid {
  private static final int COLUMNS = 24;

  private final List<Object> panels = new ArrayList<>();
  private int y;

  static List<Object> panels(List<Section> sections) {
    Grid grid = new Grid();
    sections.forEach(grid::add);
    return grid.panels;
  }

  private void add(Section section) {
    if (!section.title().isEmpty()) {
      panels.add(PanelJson.row(section.title(), position(0, COLUMNS, 1)));
      y++;
    }
    section.lines().forEach(this::add);
  }

  private void add(Line line) {
    int x = 0;
    for (Panel panel : line.panels()) {
      int width = panel.look().width() > 0 ? panel.look().width() : share(line);
      panels.add(PanelJson.of(panel, position(x, width, line.height())));
      x += width;
    }
    if (x > COLUMNS) {
      throw new IllegalArgumentException(
          "a line of %d columns, there are %d: %s".formatted(x, COLUMNS, line.panels().get(0)));
    }
    y += line.height();
  }

  /** Of a panel that says nothing about its width. */
  private static int share(Line line) {
    int taken = line.panels().stream().mapToInt(panel -> panel.look().width()).sum();
    long sharing = line.panels().stream().filter(panel -> panel.look().width() == 0).count();
    return (int) ((COLUMNS - taken) / sharing);
  }

  private JsonObject position(int x, int width, int height) {
    return Json.object().with("h", height).with("w", width).with("x", x).with("y", y);
  }
}
