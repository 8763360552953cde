/**
 * What ships in {@code alerts} and {@code config/prometheus.yml}: the rules of the service level
 * objectives are made here from their table, and all of it is held against the programs that read
 * it, promtool, amtool and a real Alertmanager. Skipped with a message where these are missing.
 * Nothing here runs a broker.
 */
package io.brokerscope.alerts;
