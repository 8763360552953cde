/**
 * MBeans that tests register: one whose attributes are given one by one and which counts how often
 * each is read, and ordinary ones of the shapes that real programs have.
 */
package io.brokerscope.scrape.beans;
