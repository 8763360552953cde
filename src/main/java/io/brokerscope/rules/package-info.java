/**
 * Compiles the rules of a configuration and decides what becomes of an attribute: which series, or
 * nothing. It knows names and texts, and nothing of MBean servers or of how values are read.
 */
package io.brokerscope.rules;
