/**
 * Prometheus' formats: legal names, labels, series whose bytes are made once, and the encoder that
 * writes text 0.0.4 and OpenMetrics 1.0. It knows nothing of JMX, of rules or of where a number
 * came from.
 */
package io.brokerscope.exposition;
