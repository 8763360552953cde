package io.brokerscope.packs;

import java.util.Optional;

/**
 * A rule that matches nothing where it was tried.
 *
 * @param line where it begins in the file
 * @param metric its name, as the rule writes it
 * @param elsewhere what the comment above says of where it does match
 */
record DeadRule(String file, int line, String metric, String pattern, Optional<String> elsewhere) {}
