/**
 * The alert rules of {@code alerts/}: those of the service level objectives are made here from
 * their table, and all are held against the rules for rules. Nothing here runs a broker.
 */
package io.brokerscope.alerts;
