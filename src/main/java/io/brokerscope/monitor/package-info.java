/**
 * The monitor, a program outside the brokers: its configuration, its threads and the order of a
 * cycle, what its HTTP server answers. What is asked of Kafka, and what the answers mean, is the
 * business of the packages below.
 */
package io.brokerscope.monitor;
