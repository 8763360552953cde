package io.brokerscope.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The HELP and TYPE lines of a family, made once for both formats, and what its type allows as a
 * value.
 */
public final class FamilyHeader {
  private static final String TOTAL = "_total";

  private final String name;
  private final MetricType type;
  private final String help;
  private final boolean openMetricsCounter;
  private final byte[] nameBytes;
  private final byte[] text;
  private final byte[] openMetrics;

  /**
   * Makes the lines.
   *
   * @param name legal in both formats; a COUNTER's ends in {@code _total}, as its samples' do
   * @param help any text; it is escaped
   * @throws IllegalArgumentException when a COUNTER's name does not end in {@code _total}
   */
  public FamilyHeader(String name, MetricType type, String help) {
    // OpenMetrics 1.0.0 has no name for the family of a counter that is called _total and no more.
    this(name, type, help, type == MetricType.COUNTER && name.length() > TOTAL.length());
  }

  private FamilyHeader(String name, MetricType type, String help, boolean openMetricsCounter) {
    if (type == MetricType.COUNTER && !name.endsWith(TOTAL)) {
      throw new IllegalArgumentException(
          "Counter \""
              + name
              + "\" does not end in _total, as OpenMetrics wants it. Append it to the name.");
    }
    this.name = name;
    this.type = type;
    this.help = help;
    this.openMetricsCounter = openMetricsCounter;
    this.nameBytes = name.getBytes(StandardCharsets.UTF_8);
    this.text = textLines().getBytes(StandardCharsets.UTF_8);
    this.openMetrics = openMetricsLines().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The same family, called {@code unknown} in OpenMetrics if it is a counter. OpenMetrics names a
   * counter's family without {@code _total}; when another family has that name already, say a gauge
   * {@code x} beside the counter {@code x_total}, the document would have two families {@code x},
   * and be refused. As an unknown family it keeps its full name. Text 0.0.4 has no such clash.
   */
  public FamilyHeader withoutOpenMetricsCounter() {
    return new FamilyHeader(name, type, help, false);
  }

  /** The name as given, as in text 0.0.4. */
  public String name() {
    return name;
  }

  /** The name in OpenMetrics: without {@code _total} for what is a counter there. */
  public String openMetricsName() {
    return openMetricsCounter ? name.substring(0, name.length() - TOTAL.length()) : name;
  }

  public MetricType type() {
    return type;
  }

  /** The size of the ready-made lines. */
  public int sizeBytes(Format format) {
    return lines(format).length;
  }

  /** The ready-made lines, not a copy. */
  byte[] lines(Format format) {
    return format == Format.OPENMETRICS ? openMetrics : text;
  }

  /** The name as its samples have it, not a copy. */
  byte[] nameBytes() {
    return nameBytes;
  }

  boolean isOpenMetricsCounter() {
    return openMetricsCounter;
  }

  private String textLines() {
    String typeName = type == MetricType.UNKNOWN ? "untyped" : lowerCase(type);
    return "# HELP %s %s\n# TYPE %s %s\n"
        .formatted(name, Escaping.withoutQuotes(help), name, typeName);
  }

  private String openMetricsLines() {
    boolean unknown = type == MetricType.COUNTER && !openMetricsCounter;
    String typeName = lowerCase(unknown ? MetricType.UNKNOWN : type);
    return "# TYPE %s %s\n# HELP %s %s\n"
        .formatted(openMetricsName(), typeName, openMetricsName(), Escaping.withQuotes(help));
  }

  private static String lowerCase(MetricType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
