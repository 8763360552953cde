/**
 * Serves finished scrapes over HTTP: paths, content negotiation, compression, health checks. What
 * it answers it asks a {@link io.brokerscope.http.Site} for; it knows nothing of where the metrics
 * come from or of what is healthy.
 */
package io.brokerscope.http;
