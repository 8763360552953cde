/**
 * Compares the rules and scrape packages with jmx_exporter's own collector, sample by sample: both
 * read the same configuration and the same MBeans of the platform MBean server. What may differ is
 * listed in {@link io.brokerscope.oracle.DeliberateDifferences} and nowhere else.
 */
package io.brokerscope.oracle;
