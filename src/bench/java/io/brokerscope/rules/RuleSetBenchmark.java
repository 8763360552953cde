package io.brokerscope.rules;

import io.brokerscope.config.ConfigException;
import io.brokerscope.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Deciding about a broker's lines, by the rules that the exporters in the benchmark run. */
@State(Scope.Thread)
public class RuleSetBenchmark {
  private static final int TOPICS = 20;

  private static final List<String> SHAPES =
      List.of(
          "kafka.log:type=Log,name=Size,topic=topic-%1$04d,partition=3",
          "kafka.cluster:type=Partition,name=UnderReplicated,topic=topic-%1$04d,partition=3",
          "kafka.server:type=BrokerTopicMetrics,name=BytesInPerSec,topic=topic-%1$04d",
          "kafka.network:type=RequestMetrics,name=TotalTimeMs,request=Request%1$d",
          "kafka.server:type=socket-server-metrics,listener=PLAINTEXT,networkProcessor=%1$d");

  private static final List<String> ATTRIBUTES =
      List.of("Value", "Count", "MeanRate", "Mean", "99thPercentile", "connection-count");

  private final List<Leaf> leaves = new ArrayList<>();
  private RuleSet rules;

  @Setup
  public void makeLines() throws IOException, ConfigException, MalformedObjectNameException {
    Path file = Path.of("src", "bench", "rules.yml");
    rules =
        RuleSet.compile(
            new ConfigReader(true, name -> null)
                .read(file.toString(), Files.readAllBytes(file))
                .config());
    for (int topic = 0; topic < TOPICS; topic++) {
      for (String shape : SHAPES) {
        MBeanIdentity bean = MBeanIdentity.of(new ObjectName(shape.formatted(topic)));
        for (String attribute : ATTRIBUTES) {
          leaves.add(new Leaf(bean, List.of(), attribute, ""));
        }
      }
    }
  }

  /** All six hundred of them. */
  @Benchmark
  public void decideNumber(Blackhole hole) {
    for (Leaf leaf : leaves) {
      hole.consume(rules.decideNumber(leaf));
    }
  }
}
