/**
 * The boards of {@code grafana-dashboards}: what a board is made of, and how it becomes Grafana's
 * classic JSON. The types demand what every panel must have, a title, a description, a unit and a
 * way on; the tests hold the committed files against these types, the metrics that exist and the
 * alerts. What is on which board stands in {@code boards}, which this package does not know.
 */
package io.brokerscope.dashboards;
