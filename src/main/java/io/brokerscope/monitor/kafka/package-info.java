/**
 * How the monitor talks to Kafka's clients: their settings, the threads that use them and survive
 * any error, answers that are complete or not, the names of errors, secrets that must not be
 * printed. It knows nothing of lag, of probes or of metrics' text.
 */
package io.brokerscope.monitor.kafka;
