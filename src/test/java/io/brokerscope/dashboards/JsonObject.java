package io.brokerscope.dashboards;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object whose keys stay in the order in which they came. */
final class JsonObject {
  private final Map<String, Object> entries = new LinkedHashMap<>();

  JsonObject with(String key, Object value) {
    entries.put(key, value);
    return this;
  }

  JsonObject withAll(JsonObject others) {
    entries.putAll(others.entries);
    return this;
  }

  int size() {
    return entries.size();
  }

  @JsonValue
  Map<String, Object> entries() {
    return entries;
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
