/**
 * Turns a YAML configuration file into immutable records, or into an error that names file, line
 * and column. It knows what a key means and nothing of MBeans being read, of rules being matched or
 * of HTTP.
 */
package io.brokerscope.config;
