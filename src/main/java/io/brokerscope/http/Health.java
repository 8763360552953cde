package io.brokerscope.http;

/**
 * What a health check found.
 *
 * @param ok answered 200, otherwise 503
 * @param line what is told to the client, without a line break
 */
public record Health(boolean ok, String line) {}
