package io.brokerscope.oracle;

import io.brokerscope.oracle.FixtureBean.Attr;
import io.brokerscope.oracle.FixtureBean.Named;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** Makes MBeans of any shape that jmx_exporter reads without failing as a whole. */
final class GeneratedBeans {
  private static final List<String> DOMAINS =
      List.of("gen.server", "gen.network", "Gen-erated", "gen ünï", "9gen");
  private static final List<String> KEYS =
      List.of("type", "name", "topic", "partition", "client-id", "Request", "na me");
  private static final List<String> VALUES =
      List.of("Produce", "Fetch", "0", "17", "a.b", "my topic", "x_y", "TotalTimeMs", "", "ümläut");
  private static final List<String> QUOTED =
      List.of("a,b=c", "say \"x\"", "any*?", "host:9092", "");
  private static final List<String> ATTRIBUTES =
      List.of(
          "Value",
          "Count",
          "OneMinuteRate",
          "99thPercentile",
          "request-total",
          "HTTPStatus",
          "testTCPTest",
          "a__b",
          "x_total",
          "state",
          "some.info",
          "Größe");
  private static final List<String> TEXTS =
      List.of("", "running", "v1.2.3", "host:9092", "two\nlines", "42", "a, b=c", "ümläut", "true");

  private final Choice choice;

  GeneratedBeans(Choice choice) {
    this.choice = choice;
  }

  /** One to four, each with a name of its own. */
  List<Named> make() {
    Map<ObjectName, Named> beans = new LinkedHashMap<>();
    String domain = choice.from(DOMAINS);
    int count = choice.between(1, 4);
    for (int i = 0; i < count; i++) {
      Named bean = Named.of(choice.percent(70) ? name(domain) : name(choice.from(DOMAINS)), bean());
      beans.put(bean.name(), bean);
    }
    return List.copyOf(beans.values());
  }

  private String name(String domain) {
    List<String> properties = new ArrayList<>();
    for (String key : distinct(KEYS, choice.between(1, 3))) {
      String value =
          choice.percent(15) ? ObjectName.quote(choice.from(QUOTED)) : choice.from(VALUES);
      properties.add(key + '=' + value);
    }
    return domain + ':' + String.join(",", properties);
  }

  private FixtureBean bean() {
    List<Attr> attributes = new ArrayList<>();
    for (String name : distinct(ATTRIBUTES, choice.between(1, 4))) {
      attributes.add(attribute(name));
    }
    return new FixtureBean(attributes);
  }

  private Attr attribute(String name) {
    Object value = value();
    String description = choice.of(name, "What it is", null);
    Attr honest = Attr.of(name, value);
    String declared = honest.declaredType();
    if (choice.percent(20)) {
      declared = "java.lang.Object";
    } else if (value instanceof String && choice.percent(30)) {
      // As Kafka's own MBeans do.
      declared = "double";
    }
    return new Attr(name, declared, description, value);
  }

  private Object value() {
    return choice.percent(60) ? number() : choice.percent(50) ? other() : structure();
  }

  @SuppressWarnings("JavaUtilDate") // It is what MBeans return.
  private Object number() {
    return choice.<Object>of(
        choice.between(0, 1000),
        choice.random().nextLong() >>> choice.between(1, 60),
        choice.random().nextDouble() * 1000,
        choice.random().nextFloat(),
        choice.of(Double.NaN, Double.POSITIVE_INFINITY, 0.0, 1e21, 1e-7),
        choice.of(-1, -2.5, -0.0, Long.MIN_VALUE),
        choice.percent(50),
        new AtomicLong(choice.between(0, 9)),
        new BigDecimal("123.4500"),
        BigInteger.TEN.pow(choice.between(0, 30)),
        new Date(choice.between(0, 2_000_000_000)));
  }

  private Object other() {
    return choice.<Object>of(
        choice.from(TEXTS),
        choice.from(TEXTS),
        choice.of(TimeUnit.values()),
        Optional.of(choice.between(0, 9)),
        Optional.of(choice.from(TEXTS)),
        Optional.empty(),
        null,
        new int[] {1},
        List.of(1),
        'c',
        new IllegalStateException("not now"));
  }

  private Object structure() {
    if (choice.percent(50)) {
      return OpenData.composite(items(true));
    }
    List<String> index = List.of("row");
    return choice.percent(70)
        ? OpenData.table(index, rows())
        : OpenData.composite(Map.of("table", OpenData.table(index, rows()), "size", 2));
  }

  private List<CompositeData> rows() {
    Map<String, Object> items = items(false);
    String extra = choice.of("value", "VALUE", "column");
    List<CompositeData> rows = new ArrayList<>();
    for (int i = 0; i < choice.between(1, 3); i++) {
      Map<String, Object> row = new LinkedHashMap<>(items);
      row.put("row", "r" + rows.size());
      row.put(extra, (long) rows.size());
      rows.add(OpenData.composite(row));
    }
    return rows;
  }

  /** No negative numbers: one in a counter would cost its neighbours in jmx_exporter. */
  private Map<String, Object> items(boolean nested) {
    Map<String, Object> items = new LinkedHashMap<>();
    items.put("used", (long) choice.between(0, 100));
    items.put(choice.of("Max-Size", "max"), choice.random().nextDouble());
    if (choice.percent(50)) {
      items.put("state", choice.from(TEXTS));
    }
    if (choice.percent(50)) {
      items.put("isOn", choice.percent(50));
    }
    if (nested && choice.percent(30)) {
      items.put("inner", OpenData.composite(items(false)));
    }
    return items;
  }

  private Set<String> distinct(List<String> from, int count) {
    Set<String> chosen = new LinkedHashSet<>();
    while (chosen.size() < count) {
      chosen.add(choice.from(from));
    }
    return chosen;
  }
}
