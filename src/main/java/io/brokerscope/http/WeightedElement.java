package io.brokerscope.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One element of an Accept or Accept-Encoding header (RFC 9110, sections 12.4.2 and 12.5).
 *
 * @param value a media range or content coding, in lower case
 * @param parameters by name in lower case, without {@code q}; values are unquoted
 * @param weight 0 to 1; 0 means "not acceptable"
 */
record WeightedElement(String value, Map<String, String> parameters, double weight) {
  /** RFC 9110, section 12.4.2: {@code qvalue}. */
  private static final Pattern QVALUE = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

  WeightedElement {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads all lines of a header. An element whose weight is malformed is left out, as if it had not
   * been sent.
   *
   * @param lines the header's values, null when it is absent
   */
  static List<WeightedElement> parse(List<String> lines) {
    List<WeightedElement> elements = new ArrayList<>();
    for (String line : lines == null ? List.<String>of() : lines) {
      for (String element : splitUnquoted(line, ',')) {
        addElement(element, elements);
      }
    }
    return elements;
  }

  private static void addElement(String text, List<WeightedElement> elements) {
    List<String> parts = splitUnquoted(text, ';');
    String value = parts.get(0).strip().toLowerCase(Locale.ROOT);
    Map<String, String> parameters = new HashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        parameters.putIfAbsent(name, unquote(part.substring(equals + 1).strip()));
      }
    }
    String qvalue = parameters.containsKey("q") ? parameters.remove("q") : "1";
    if (!value.isEmpty() && QVALUE.matcher(qvalue).matches()) {
      elements.add(new WeightedElement(value, parameters, Double.parseDouble(qvalue)));
    }
  }

  private static List<String> splitUnquoted(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String unquote(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
  }
}
