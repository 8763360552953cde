/**
 * The cluster as a client sees it: which brokers live, topics with their partitions, leaders,
 * replicas and offsets, log directories. It knows nothing of consumer groups.
 */
package io.brokerscope.monitor.cluster;
