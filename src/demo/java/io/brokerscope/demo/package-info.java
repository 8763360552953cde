/**
 * The demo: a cluster of real brokers with the agent, the monitor beside it, some traffic, and a
 * table of what both tell about it. Run it with {@code mvn -q -Pdemo verify}.
 */
package io.brokerscope.demo;
