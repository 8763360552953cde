/**
 * The measurements for BENCHMARKS.md: a real broker with all exporters attached, a JVM with the
 * MBeans of a very large one, the monitor in front of a large cluster, and the micro benchmarks
 * (classes named XBenchmark, in the packages of what they measure). Results are Markdown files in
 * target/bench; progress is on standard error.
 */
package io.brokerscope.bench;
