/**
 * What ships in {@code alerts} and {@code config/prometheus.yml}, held against the programs that
 * read it: promtool, amtool and a real Alertmanager. Skipped with a message where these are
 * missing.
 */
package io.brokerscope.alerts;
