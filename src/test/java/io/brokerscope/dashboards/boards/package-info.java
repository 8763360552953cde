/**
 * What is on the boards, one class each, written to be read like a table of contents. How it
 * becomes JSON is none of their business.
 */
package io.brokerscope.dashboards.boards;
