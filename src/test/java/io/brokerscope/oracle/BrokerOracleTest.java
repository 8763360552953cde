package io.brokerscope.oracle;

import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * MBeans as message brokers have them, read by rules of the shapes that jmx_exporter's example
 * files are made of.
 */
class BrokerOracleTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"kafka", "otherBrokers"})
  void exposesTheSame(OracleCase oracleCase) {
    Comparison.assertSameAndNotEmpty(oracleCase);
  }

  static Stream<OracleCase> kafka() {
    return Stream.of(
        new OracleCase(
                "Kafka broker: generic rules with none, one and two labels",
                """
                lowercaseOutputName: true
                rules:
                - pattern: kafka.server<type=(.+), name=(.+), clientId=(.+), topic=(.+), partition=(.*)><>Value
                  name: kafka_server_$1_$2
                  type: GAUGE
                  labels: {clientId: "$3", topic: "$4", partition: "$5"}
                - pattern: kafka.(\\w+)<type=(.+), name=(.+)PerSec\\w*, (.+)=(.+), (.+)=(.+)><>Count
                  name: kafka_$1_$2_$3_total
                  type: COUNTER
                  labels: {"$4": "$5", "$6": "$7"}
                - pattern: kafka.(\\w+)<type=(.+), name=(.+)PerSec\\w*, (.+)=(.+)><>Count
                  name: kafka_$1_$2_$3_total
                  type: COUNTER
                  labels: {"$4": "$5"}
                - pattern: kafka.(\\w+)<type=(.+), name=(.+)PerSec\\w*><>Count
                  name: kafka_$1_$2_$3_total
                  type: COUNTER
                - pattern: kafka.(\\w+)<type=(.+), name=(.+), (.+)=(.*)><>(\\d+)thPercentile
                  name: kafka_$1_$2_$3
                  type: GAUGE
                  labels: {"$4": "$5", quantile: "0.$6"}
                """)
            .with(
                "kafka.server:type=FetcherLagMetrics,name=ConsumerLag,clientId=c-0,topic=t,partition=3",
                FixtureBean.of("Value", 4L))
            .with(
                "kafka.server:type=BrokerTopicMetrics,name=BytesInPerSec",
                FixtureBean.of("Count", 4L, "EventType", "bytes"))
            .with(
                "kafka.server:type=BrokerTopicMetrics,name=BytesInPerSec,topic=orders",
                FixtureBean.of("Count", 5L, "MeanRate", 0.5))
            .with(
                "kafka.network:type=RequestMetrics,name=RequestsPerSec,request=Fetch,version=17",
                FixtureBean.of("Count", 6L))
            .with(
                "kafka.network:type=RequestMetrics,name=TotalTimeMs,request=Fetch",
                FixtureBean.of("99thPercentile", 7.5, "999thPercentile", 8.5)),
        new OracleCase(
                "Kafka Connect: the label name is a group and texts are worth one",
                """
                rules:
                - pattern: 'kafka.(.+)<type=app-info, client-id=(.+)><>([a-z-]+): (.+)'
                  name: kafka_$1_$3
                  value: 1
                  labels: {clientId: "$2", $3: "$4"}
                  help: "About $1: $3"
                  type: GAUGE
                """)
            .with(
                "kafka.connect:type=app-info,client-id=connect-1",
                FixtureBean.of("commit-id", "0d1e", "start-time-ms", 1_700_000_000_000L)),
        new OracleCase(
                "Kafka client: attribute names with hyphens",
                """
                rules:
                - pattern: kafka.(\\w+)<type=(.+)-metrics, (.+)=(.+)><>(.+)-total
                  name: kafka_$1_$2_$5_total
                  type: COUNTER
                  labels: {"$3": "$4"}
                - {pattern: kafka}
                """)
            .with(
                "kafka.producer:type=producer-metrics,client-id=p 1",
                FixtureBean.of("request-total", 9.0, "request-rate", Double.NaN)),
        new OracleCase(
                "Kafka controller: a state that is a text",
                """
                rules:
                - pattern: "kafka.server<type=raft-metrics><>current-state: ([a-z]+)"
                  name: raft_state
                  value: 1
                  labels: {"state": "$1"}
                - pattern: kafka.server<type=(.+)><>([a-z-]+)
                  name: kafka_server_$1_$2
                  type: GAUGE
                """)
            .with(
                "kafka.server:type=raft-metrics",
                FixtureBean.of("current-state", "leader", "high-watermark", 12.0)));
  }

  @SuppressWarnings("JavaUtilDate") // It is what MBeans return.
  static Stream<OracleCase> otherBrokers() {
    return Stream.of(
        new OracleCase(
                "ActiveMQ: optional end of a line and a class of excluded characters",
                """
                rules:
                - pattern: 'org.apache.activemq<type=Broker, brokerName=(\\S*), destinationType=(Queue|Topic), destinationName=([^>,]*)><>(\\w+)(?:: .*)?'
                  name: activemq_$2_$4
                  attrNameSnakeCase: true
                  labels: {destination: $3}
                """)
            .with(
                "org.apache.activemq:type=Broker,brokerName=local,destinationType=Queue,destinationName=a.b",
                FixtureBean.of("QueueSize", 3L, "AverageEnqueueTime", 0.25)),
        new OracleCase(
                "Artemis: quoted properties",
                """
                rules:
                - pattern: "^org.apache.activemq.artemis<broker=\\"([^\\"]*)\\", component=addresses, address=\\"([^\\"]*)\\"><>([^:]*):"
                  name: artemis_$3
                  attrNameSnakeCase: true
                  labels: {broker: $1, address: $2}
                """)
            .with(
                "org.apache.activemq.artemis:broker=\"0.0.0.0\",component=addresses,address=\"a,b:c\"",
                FixtureBean.of("MessageCount", 3L, "RoutingTypes", new String[] {"ANYCAST"})),
        new OracleCase(
                "Camel: a quoted name and a Date",
                """
                rules:
                - pattern: 'org.apache.camel<context=(.+), type=routes, name="(.+)"><>LastExchangeFailureTimestamp'
                  name: camel_last_failure
                  labels: {context: $1, route: $2}
                  type: GAUGE
                - {pattern: camel}
                """)
            .with(
                "org.apache.camel:context=my-context,type=routes,name=\"my-route/1\"",
                FixtureBean.of(
                    "LastExchangeFailureTimestamp", new Date(1_573_285_945_000L), "Load", 1)));
  }
}
