package io.brokerscope.bench;

import java.nio.file.Files;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the micro benchmarks; JMH's own output goes to target/bench/jmh.log. */
final class JmhBench {
  /** The name that JMH gives to bytes allocated per operation. */
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private JmhBench() {}

  /**
   * The results as Markdown.
   *
   * @param include a regular expression for the benchmarks' full names; empty for all
   */
  static String run(String include) throws RunnerException {
    Progress.say("Running the micro benchmarks");
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(include.isEmpty() ? "io\\.brokerscope\\..*Benchmark" : include)
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(2)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .output(Benchmarks.FOLDER.resolve("jmh.log").toString());
    if (!Files.exists(RecordedScrape.FILE)) {
      Progress.say(
          "Without GzipBenchmark: no %s; run with -Dbench.only=broker first"
              .formatted(RecordedScrape.FILE));
      options.exclude("GzipBenchmark");
    }
    return table(new Runner(options.build()).run());
  }

  private static String table(Collection<RunResult> results) {
    StringBuilder table =
        new StringBuilder(
            """
            ### Micro benchmarks

            | benchmark | µs/op | ± | B/op |
            |---|--:|--:|--:|
            """);
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %,.3f | %,.3f | %,.0f |%n",
              name(result),
              time.getScore(),
              time.getScoreError(),
              allocated.getScore()));
    }
    return table.toString();
  }

  /** Class, method and parameters, such as {@code GzipBenchmark.deflate level=1}. */
  private static String name(RunResult result) {
    String full = result.getParams().getBenchmark();
    String shortName = full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1);
    StringBuilder name = new StringBuilder(shortName);
    for (String key : result.getParams().getParamsKeys()) {
      name.append(' ').append(key).append('=').append(result.getParams().getParam(key));
    }
    return name.toString();
  }
}
