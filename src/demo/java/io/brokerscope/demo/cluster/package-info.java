/**
 * Real Kafka nodes on this machine, each a JVM of its own, and the monitor beside them, for the
 * demo and for tests: laid out, started, stopped, and never left behind, whatever happens to the
 * program that started them.
 */
package io.brokerscope.demo.cluster;
