package io.brokerscope.config;

import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.SimpleTimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** YAML 1.1's dates, with or without a time: https://yaml.org/type/timestamp.html */
final class YamlTimestamp {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<year>\\d{4})-(?<month>\\d\\d?)-(?<day>\\d\\d?)"
              + "(?:(?:[Tt]|[ \t]+)(?<hour>\\d\\d?):(?<minute>\\d\\d):(?<second>\\d\\d)"
              + "(?:\\.(?<fraction>\\d*))?"
              + "(?:[ \t]*(?:Z|(?<zoneSign>[-+])(?<zoneHour>\\d\\d?)(?::(?<zoneMinute>\\d\\d))?))?)?");

  private static final int MILLIS_PER_MINUTE = 60_000;

  private YamlTimestamp() {}

  /** Absent if the text is none; a month or day beyond its end counts on into the next. */
  static Optional<Date> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Calendar calendar = new GregorianCalendar(new SimpleTimeZone(zoneMillis(parts), "YAML"));
    calendar.clear();
    calendar.set(
        number(parts, "year"),
        number(parts, "month") - 1, // Calendar counts months from 0
        number(parts, "day"),
        number(parts, "hour"),
        number(parts, "minute"),
        number(parts, "second"));
    calendar.set(Calendar.MILLISECOND, fractionMillis(parts.group("fraction")));
    return Optional.of(calendar.getTime());
  }

  private static int zoneMillis(Matcher parts) {
    int minutes = number(parts, "zoneHour") * 60 + number(parts, "zoneMinute");
    return ("-".equals(parts.group("zoneSign")) ? -minutes : minutes) * MILLIS_PER_MINUTE;
  }

  private static int fractionMillis(String digits) {
    return digits == null ? 0 : (int) Math.round(Double.parseDouble("0." + digits) * 1000);
  }

  private static int number(Matcher parts, String name) {
    String digits = parts.group(name);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
