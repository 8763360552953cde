/**
 * The Java agent's entry points and its wiring: arguments, start-up and its failures, the gate that
 * leaves JMX to the application first, the watched configuration file, the JVM's own metrics.
 */
package io.brokerscope.agent;
