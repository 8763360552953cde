/**
 * Follows the MBeans of a server, keeps a plan of what to read and where each number goes, and runs
 * the passes. It knows nothing of YAML or of HTTP.
 */
package io.brokerscope.scrape;
