package io.brokerscope.scrape;

import io.brokerscope.rules.RuleSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.management.MBeanServer;

/**
 * What a scrape needs from outside.
 *
 * @param mbeanServer asked once, before the first pass, on the thread of that pass; may block
 * @param rules asked before each pass and by each request; another instance than last time replaces
 *     the plan
 * @param errorLines takes what an operator should read, one line each, seldom
 */
public record ScrapeSources(
    Supplier<MBeanServer> mbeanServer, Supplier<RuleSet> rules, Consumer<String> errorLines) {}
