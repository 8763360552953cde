package io.brokerscope.packs;

import io.brokerscope.rules.SeriesSpec;
import java.util.Optional;

/**
 * What a pack makes of a value.
 *
 * @param spec what the rule says; empty where the value is left out
 * @param series the series it gives now; empty where it is left out or has nothing to show, as the
 *     quantiles of a histogram without values
 */
record PackDecision(LiveValue value, Optional<SeriesSpec> spec, Optional<SeriesId> series) {

  static PackDecision leftOut(LiveValue value) {
    return new PackDecision(value, Optional.empty(), Optional.empty());
  }
}
