/**
 * The Java agent's entry points and its wiring: arguments, start-up and its failures, the gate that
 * leaves JMX to the application first, and the watched configuration file.
 */
package io.brokerscope.agent;
