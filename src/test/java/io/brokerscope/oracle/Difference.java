package io.brokerscope.oracle;

import java.util.function.BinaryOperator;

/**
 * A way in which we differ from jmx_exporter on purpose.
 *
 * @param name what we do
 * @param reason why
 * @param rewriting turns what jmx_exporter exposes into what we do; its second argument is what we
 *     expose, for what jmx_exporter's answer no longer tells
 */
record Difference(String name, String reason, BinaryOperator<Exposition> rewriting) {

  /**
   * One that no comparison may lean on: it shows only in the test that pins it, because
   * jmx_exporter fails, or because the cause cannot be seen in what is exposed.
   */
  static Difference pinnedOnly(String name, String reason) {
    return new Difference(name, reason, (upstream, ours) -> upstream);
  }

  Exposition rewrite(Exposition upstream, Exposition ours) {
    return rewriting.apply(upstream, ours);
  }

  @Override
  public String toString() {
    return name;
  }
}
