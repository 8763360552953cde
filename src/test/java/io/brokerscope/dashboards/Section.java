package io.brokerscope.dashboards;

import java.util.List;

/**
 * Lines of panels under a heading.
 *
 * @param title empty for a board that is one screen and needs none
 */
public record Section(String title, List<Line> lines) {

  /** Panels side by side. */
  public record Line(int height, List<Panel> panels) {}

  public static Section of(String title, Line... lines) {
    return new Section(title, List.of(lines));
  }

  /**
   * Panels side by side.
   *
   * @param height in units of the grid, 38 pixels each
   */
  public static Line line(int height, Panel... panels) {
    return new Line(height, List.of(panels));
  }
}
