/**
 * Turns a YAML configuration file, the agent's or the monitor's, into immutable records, or into an
 * error that names file, line and column. It knows what a key means and nothing of MBeans being
 * read, of rules being matched, of Kafka's clients or of HTTP.
 */
package io.brokerscope.config;
