/**
 * The boards with real data: a cluster with all that uses and watches it goes through an incident
 * while a Prometheus looks on; then every query of every board is asked, and every board is drawn
 * in a browser. Knows the boards only as the files that Grafana gets.
 */
package io.brokerscope.dashboards.live;
