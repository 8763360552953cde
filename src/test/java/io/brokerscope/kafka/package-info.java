/** Tests of the agent, its rules and the cluster of the demo on real Kafka nodes. */
package io.brokerscope.kafka;
