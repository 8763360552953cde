/**
 * The end-to-end probe: sends a message a second through every broker, reads it back, commits to
 * every coordinator, and tells what came of each. It knows nothing of lag, of the rest of the
 * cluster or of metrics' text.
 */
package io.brokerscope.monitor.canary;
