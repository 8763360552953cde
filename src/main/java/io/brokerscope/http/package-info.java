/**
 * Serves a finished scrape over HTTP: paths, content negotiation, compression, the landing page. It
 * asks a {@link io.brokerscope.http.MetricsSource} for a body and knows nothing of where the
 * metrics come from.
 */
package io.brokerscope.http;
