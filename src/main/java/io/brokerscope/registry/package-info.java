/**
 * Writes the metrics of a simpleclient registry into a document. It knows nothing of whose metrics
 * they are or of what else the document holds.
 */
package io.brokerscope.registry;
