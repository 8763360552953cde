/**
 * The metrics of the JVM and of its process, for a simpleclient registry. It knows nothing of
 * Kafka, of who exposes them or of what else is exposed.
 */
package io.brokerscope.jvm;
