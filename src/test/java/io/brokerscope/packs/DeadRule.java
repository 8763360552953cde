package io.brokerscope.packs;

import java.util.Optional;

/**
 * A rule that matches nothing where it was tried.
 *
 * @param form the first that has it
 * @param metric its name, as the rule writes it
 * @param elsewhere what the comment above says of where it does match
 */
record DeadRule(
    String file, Pack.Form form, String metric, String pattern, Optional<String> elsewhere) {}
