/**
 * The demo: a cluster of real brokers with the agent, some traffic, and a table of what the agent
 * tells about it. Run it with {@code mvn -q -Pdemo verify}.
 */
package io.brokerscope.demo;
