package io.brokerscope.oracle;

import static io.brokerscope.oracle.OpenData.composite;
import static io.brokerscope.oracle.OpenData.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * MBeans as servers and stores have them, read by rules of the shapes that jmx_exporter's example
 * files are made of.
 */
class ProductOracleTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"webServers", "stores", "processing"})
  void exposesTheSame(OracleCase oracleCase) {
    Comparison.assertSameAndNotEmpty(oracleCase);
  }

  static Stream<OracleCase> webServers() {
    String tomcat =
        """
        rules:
        - pattern: 'Catalina<type=GlobalRequestProcessor, name=\\"(\\w+-\\w+)-(\\d+)\\"><>(\\w+):'
          name: tomcat_$3_total
          type: COUNTER
          labels: {port: "$2", protocol: "$1"}
        - pattern: 'Catalina<j2eeType=Servlet, WebModule=//([-a-zA-Z0-9+&@#/%?=~_|!:.,;]*[-a-zA-Z0-9+&@#/%=~_|]), name=([-a-zA-Z0-9+/$%~_|!.]*), J2EEApplication=none, J2EEServer=none><>(requestCount|errorCount):'
          name: tomcat_servlet_$3
          labels: {module: "$1", servlet: "$2"}
        """;
    return Stream.of(
        new OracleCase("Tomcat: connectors and servlets", tomcat)
            .with(
                "Catalina:type=GlobalRequestProcessor,name=\"http-nio-8080\"",
                FixtureBean.of("requestCount", 1, "bytesSent", 2L))
            .with(
                "Catalina:type=GlobalRequestProcessor,name=\"http-8080\"",
                FixtureBean.of("requestCount", 3, "bytesSent", 4L))
            .with(
                "Catalina:j2eeType=Servlet,WebModule=//localhost/my-app,name=default,J2EEApplication=none,J2EEServer=none",
                FixtureBean.of("requestCount", 5, "objectName", "x")),
        new OracleCase(
                "WildFly: old selection keys, snake case, label names from groups",
                """
                lowercaseOutputName: true
                lowercaseOutputLabelNames: true
                whitelistObjectNames:
                - "jboss.as:subsystem=messaging,server=*,jms-queue=*"
                - "jboss.as:subsystem=datasources,data-source=*,statistics=*"
                rules:
                - pattern: "^jboss.as<subsystem=messaging, server=.+, jms-(queue|topic)=(.+)><>(.+):"
                  attrNameSnakeCase: true
                  name: wildfly_messaging_$3
                  labels: {$1: $2}
                - pattern: "^jboss.as<subsystem=datasources, (?:xa-)*data-source=(.+), statistics=(.+)><>(.+):"
                  attrNameSnakeCase: true
                  name: wildfly_datasource_$2_$3
                  labels: {Name: $1}
                """)
            .with(
                "jboss.as:subsystem=messaging,server=default,jms-queue=DLQ",
                FixtureBean.of("messageCount", 3, "paused", false))
            .with(
                "jboss.as:subsystem=datasources,data-source=DS,statistics=pool",
                FixtureBean.of("ActiveCount", 3, "InUseCount", "4"))
            .with("jboss.as:subsystem=ee", FixtureBean.of("n", 3)),
        new OracleCase(
                "WebLogic: a key at the wrong level has no effect",
                """
                attrNameSnakeCase: true
                rules:
                - pattern: "^com.bea<ServerRuntime=(.+), Name=(.+), Type=(.+)><>(.+):"
                  name: "weblogic_$3_$4"
                  labels: {runtime: $1, name: $2}
                """)
            .with(
                "com.bea:ServerRuntime=admin,Name=ThreadPool,Type=ThreadPoolRuntime",
                FixtureBean.of("HoggingThreadCount", 3, "HealthState", "ok")));
  }

  static Stream<OracleCase> stores() {
    return Stream.of(
        new OracleCase(
                "Cassandra: optional properties, labels whose name may be empty, microseconds",
                """
                lowercaseOutputLabelNames: true
                lowercaseOutputName: true
                rules:
                - pattern: org.apache.cassandra.metrics<type=(\\S*)(?:, ((?!scope)\\S*)=(\\S*))?(?:, scope=(\\S*))?, name=(\\S*)><>Value
                  name: cassandra_$1_$5
                  labels: {"$1": "$4", "$2": "$3"}
                - pattern: org.apache.cassandra.metrics<type=(\\S*)(?:, ((?!scope)\\S*)=(\\S*))?(?:, scope=(\\S*))?, name=((?:.+)?(?:Latency))><>(\\d+)thPercentile
                  name: cassandra_$1_$5_seconds
                  labels: {"$1": "$4", "$2": "$3", quantile: "0.$6"}
                  valueFactor: 0.000001
                """)
            .with(
                "org.apache.cassandra.metrics:type=ThreadPools,path=internal,scope=Gossip,name=Tasks",
                FixtureBean.of("Value", 3))
            .with(
                "org.apache.cassandra.metrics:type=Compaction,name=Pending",
                FixtureBean.of("Value", 1))
            .with(
                "org.apache.cassandra.metrics:type=ClientRequest,scope=Read,name=Latency",
                FixtureBean.of("99thPercentile", 123.4, "Count", 5L)),
        new OracleCase("Cassandra: default names", "")
            .with(
                "org.apache.cassandra.concurrent:type=CONSISTENCY-MANAGER",
                FixtureBean.of("ActiveCount", 100, "Pending Tasks", 2L)),
        new OracleCase("Hadoop: a map of maps as nested tables", "")
            .with(
                "Hadoop:service=DataNode,name=DataNodeInfo",
                FixtureBean.of("DatanodeNetworkCounts", networkCounts())),
        new OracleCase("eXist: rows keyed by a composite", "")
            .with(
                "org.exist.management.exist:type=ProcessReport",
                FixtureBean.of("RunningQueries", runningQueries(), "Active", true)),
        new OracleCase(
                "A bean of measurements in one composite", "rules: [{attrNameSnakeCase: true}]")
            .with(
                "io.metrics:type=PerformanceMetricsMBean",
                FixtureBean.of(
                    "PerformanceMetrics",
                    composite(
                        Map.of(
                            "ActiveSessions", 2L, "Bootstraps", 4L, "BootstrapsDeferred", 6L)))));
  }

  private static Object networkCounts() {
    Object errors =
        table(
            List.of("key"),
            List.of(
                composite(Map.of("key", "networkErrors", "value", 338L)),
                composite(Map.of("key", "timeouts", "value", 2L))));
    return table(List.of("key"), List.of(composite(Map.of("key", "1.2.3.4", "value", errors))));
  }

  private static Object runningQueries() {
    Map<String, Object> key = Map.of("id", 1, "path", "/db/query1.xq");
    return table(
        List.of("key"),
        List.of(composite(Map.of("key", composite(key), "elapsed", 33, "sourceType", "DB"))));
  }

  static Stream<OracleCase> processing() {
    return Stream.of(
        new OracleCase(
                "ZooKeeper: numbered properties, longer rules after shorter ones",
                """
                rules:
                - pattern: "org.apache.ZooKeeperService<name0=ReplicatedServer_id(\\\\d+)><>(\\\\w+)"
                  name: "zookeeper_$2"
                  type: GAUGE
                - pattern: "org.apache.ZooKeeperService<name0=ReplicatedServer_id(\\\\d+), name1=replica.(\\\\d+), name2=(\\\\w+)><>(Packets\\\\w+)"
                  name: "zookeeper_$4"
                  type: COUNTER
                  labels: {replicaId: "$2", memberType: "$3"}
                """)
            .with(
                "org.apache.ZooKeeperService:name0=ReplicatedServer_id1",
                FixtureBean.of("QuorumSize", 3, "Name", "x"))
            .with(
                "org.apache.ZooKeeperService:name0=ReplicatedServer_id1,name1=replica.1,name2=Leader",
                FixtureBean.of("PacketsSent", 30L, "ClientPort", "0.0.0.0:2181")),
        new OracleCase(
                "Flink: greedy groups over many properties",
                """
                rules:
                - pattern: org.apache.flink.metrics<key0=(.*), key1=taskmanager, key2=(.*), key3=(.*), key5=([0-9]*), name=([a-z].*)><>Count
                  name: flink_taskmanager_$5_total
                  labels: {flink_job: $3, partition: $4}
                  type: COUNTER
                """)
            .with(
                "org.apache.flink.metrics:key0=host,key1=taskmanager,key2=4074,key3=fold_->_sink,key5=1,name=numRecordsIn",
                FixtureBean.of("Count", 3L, "Rate", 0.1)),
        new OracleCase(
                "Spark: dots inside a property",
                """
                rules:
                - pattern: "metrics<name=(.*)\\\\.driver\\\\.(DAGScheduler|jvm)\\\\.(.*), type=gauges><>Value"
                  name: spark_driver_$2_$3
                  labels: {app_id: "$1"}
                - pattern: "metrics<name=(.*)\\\\.([0-9]+)\\\\.executor\\\\.(.*), type=counters><>Count"
                  name: spark_executor_$3_total
                  type: COUNTER
                  labels: {app_id: "$1", executor_id: "$2"}
                """)
            .with(
                "metrics:name=app-1.driver.DAGScheduler.stage.failed-Stages,type=gauges",
                FixtureBean.of("Value", 3, "Number", 3))
            .with(
                "metrics:name=app-1.0.executor.jvmGCTime,type=counters",
                FixtureBean.of("Count", 77L)),
        new OracleCase(
                "Hazelcast: everything that is left by default",
                "lowercaseOutputLabelNames: true\nlowercaseOutputName: true\nrules: [{pattern: 'com.hazelcast'}]")
            .with(
                "com.hazelcast:instance=_hz1,name=my-map,type=IMap",
                FixtureBean.of("localHits", 3L, "config", "MapConfig{name='x', size=3}")));
  }
}
