package io.brokerscope.exposition;

import java.nio.charset.StandardCharsets;

/**
 * Writes one document: for each family {@link #family} and its samples, then {@link #end}. Families
 * must not come twice and names must not clash; the encoder trusts its caller and allocates nothing
 * per sample.
 */
public final class Encoder {
  private static final byte[] END = "# EOF\n".getBytes(StandardCharsets.US_ASCII);

  private final Format format;
  private final ByteSink sink;
  private byte[] pendingHeader; // null once it is written
  private byte[] familyName = {};
  private boolean dropsNegative;
  private boolean dropsNaN;
  private int samples;

  /** Appends to what the sink holds. */
  public Encoder(Format format, ByteSink sink) {
    this.format = format;
    this.sink = sink;
  }

  /**
   * Starts a family; its lines are written before its first sample, and not at all when it has
   * none.
   */
  public void family(FamilyHeader header) {
    pendingHeader = header.lines(format);
    familyName = header.nameBytes();
    dropsNegative = header.type() == MetricType.COUNTER;
    dropsNaN = format == Format.OPENMETRICS && header.isOpenMetricsCounter();
  }

  /**
   * Writes a sample of the family, unless its type forbids the value. OpenMetrics 1.0.0, section
   * "Counter", wants a counter's total to be no NaN and to start at zero and never fall; a strict
   * parser refuses the whole document for one that is not. A negative counter is refused in text
   * too, because it means nothing there either; about NaN, text 0.0.4 has no rule.
   *
   * @return whether the sample was written
   */
  public boolean sample(Series series, double value) {
    if (!begin(value)) {
      return false;
    }
    series.putPrefix(sink);
    finish(value);
    return true;
  }

  /** As the other, for the i-th of several series. */
  public boolean sample(SeriesText series, int i, double value) {
    if (!begin(value)) {
      return false;
    }
    series.putPrefix(i, sink);
    finish(value);
    return true;
  }

  /** As the others, for a sample that is called as its family is: a gauge's or a counter's. */
  public boolean sample(LabelText labels, double value) {
    if (!begin(value)) {
      return false;
    }
    sink.put(familyName);
    labels.put(sink);
    finish(value);
    return true;
  }

  private boolean begin(double value) {
    if ((dropsNegative && value < 0) || (dropsNaN && Double.isNaN(value))) {
      return false;
    }
    if (pendingHeader != null) {
      sink.put(pendingHeader);
      pendingHeader = null;
    }
    return true;
  }

  private void finish(double value) {
    sink.putDouble(value);
    sink.put((byte) '\n');
    samples++;
  }

  /** How many samples were written so far. */
  public int samples() {
    return samples;
  }

  /** How many bytes {@link #end} writes. */
  public static int endSizeBytes(Format format) {
    return format == Format.OPENMETRICS ? END.length : 0;
  }

  /** Ends the document: OpenMetrics wants a last line that shows it is whole. */
  public void end() {
    if (format == Format.OPENMETRICS) {
      sink.put(END);
    }
  }
}
