package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.rules.SeriesSpec;
import java.util.Optional;

/**
 * A text, or a number that a rule can see: the series depends on the value. The last value's series
 * is kept, so that one that stays costs a comparison; another value gives its series back.
 */
final class ByValueSink implements Sink {
  private final boolean forText;
  private String lastShown;

  /** Null if the last value gave no series. */
  private NumberSink target;

  ByValueSink(boolean forText) {
    this.forText = forText;
  }

  @Override
  public boolean take(AttributeValue value, AttributeNode node, PlanContext plan) {
    if (forText && value instanceof AttributeValue.Text text) {
      show(text.text(), node, plan);
      if (target != null) {
        target.setText(plan.values());
      }
      return true;
    }
    if (!forText && value instanceof AttributeValue.Numeric numeric) {
      show(numeric.shown().toString(), node, plan);
      if (target != null) {
        target.take(value, node, plan);
      }
      return true;
    }
    return false;
  }

  private void show(String shown, AttributeNode node, PlanContext plan) {
    if (shown.equals(lastShown)) {
      return;
    }
    release(plan);
    lastShown = shown;
    Optional<SeriesSpec> series = plan.decideValue(node.leaf(plan), shown, forText);
    target = series.map(spec -> plan.claim(spec, node)).orElse(null);
  }

  @Override
  public void clear(PlanContext plan) {
    if (target != null) {
      target.clear(plan);
    }
  }

  @Override
  public void release(PlanContext plan) {
    if (target != null) {
      target.release(plan);
      target = null;
    }
    lastShown = null;
  }

  /** The next value may belong to any family, so it is always read. */
  @Override
  public boolean feeds(FamilyChoice choice) {
    return true;
  }
}
