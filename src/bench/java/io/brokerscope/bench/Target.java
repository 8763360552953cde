package io.brokerscope.bench;

/**
 * What the project has promised itself: our CPU per scrape is at most another's, divided.
 *
 * @param contender the other
 * @param divisor such as 60 for at most 1/60
 */
record Target(String contender, int divisor) {}
