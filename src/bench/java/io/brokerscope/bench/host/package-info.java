/**
 * What runs inside the measured JVMs: the probe that tells what threads cost, the JMX floor, and
 * the JVM that has the MBeans of a large broker without a broker. A jar of its own, which must do
 * with the JDK and, for the last, Kafka's server library.
 */
package io.brokerscope.bench.host;
