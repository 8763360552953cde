/**
 * Programs that tests start in JVMs of their own: applications with Kafka clients, and one without.
 * They know nothing of the agent that watches them.
 */
package io.brokerscope.packs.clients;
