package io.brokerscope.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping whose keys are ours. */
final class Section {
  private final Source source;
  private final Location location;
  private final Map<String, Value.Named> values = new LinkedHashMap<>();

  private Section(Source source, Location location) {
    this.source = source;
    this.location = location;
  }

  /** A file with nothing in it. */
  static Section empty(Source source) {
    return new Section(source, source.start());
  }

  static Section of(Value mapping, Map<String, Mappings.Entry> entries, List<String> knownKeys)
      throws ConfigException {
    Source source = mapping.source();
    Location first =
        entries.values().stream()
            .findFirst()
            .map(entry -> source.at(entry.key().getStartMark()))
            .orElse(mapping.location());
    Section section = new Section(source, first);
    for (Map.Entry<String, Mappings.Entry> entry : entries.entrySet()) {
      String key = entry.getKey();
      Location keyLocation = source.at(entry.getValue().key().getStartMark());
      if (knownKeys.contains(key)) {
        Value value = new Value(source, mapping.path().key(key), entry.getValue().value());
        section.values.put(key, new Value.Named(key, keyLocation, value));
      } else {
        source.warn(keyLocation, mapping.path(), KeySuggestion.unknownKey(key, knownKeys));
      }
    }
    return section;
  }

  Source source() {
    return source;
  }

  /** Of the first key. */
  Location location() {
    return location;
  }

  Optional<Value> find(String key) {
    return Optional.ofNullable(values.get(key)).map(Value.Named::value);
  }

  /** Like {@link #find}, with a key that has no value taken for absent. */
  Optional<Value> findNonNull(String key) {
    return find(key).filter(value -> !value.isNull());
  }

  /** Where the key itself stands; asked only for keys that are there. */
  Location keyLocation(String key) {
    return values.get(key).keyLocation();
  }

  boolean flag(String key, boolean whenAbsent) throws ConfigException {
    Optional<Value> value = find(key);
    return value.isPresent() ? value.get().flag() : whenAbsent;
  }

  int integer(String key, int min, int whenAbsent) throws ConfigException {
    Optional<Value> value = find(key);
    return value.isPresent() ? value.get().integer(min) : whenAbsent;
  }
}
