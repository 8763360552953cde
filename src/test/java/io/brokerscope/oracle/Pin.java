package io.brokerscope.oracle;

import java.util.List;

/**
 * A difference shown on one case.
 *
 * @param upstream what jmx_exporter exposes; {@link #FAILS} if it loses MBeans or answers nothing
 * @param ours what we expose
 */
record Pin(Difference difference, OracleCase shownOn, String upstream, String ours) {
  static final String FAILS = "fails";

  /** Makes a pin of lines as {@link Exposition#lines} gives them. */
  static Pin of(
      Difference difference, OracleCase shownOn, List<String> upstream, List<String> ours) {
    return new Pin(difference, shownOn, String.join("\n", upstream), String.join("\n", ours));
  }

  @Override
  public String toString() {
    return difference + ": " + shownOn;
  }
}
