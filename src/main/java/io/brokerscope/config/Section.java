package io.brokerscope.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping whose keys are ours. */
final class Section {
  private final Source source;
  private final Location location;
  private final Map<String, Value.Named> values = new LinkedHashMap<>();

  /** Reads a value as the type that its key wants. */
  @FunctionalInterface
  interface ValueReader<T> {
    T read(Value value) throws ConfigException;
  }

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

  /** Where the key's value stands, or if it is absent the first key. */
  Location locationOf(String key) {
    return find(key).map(Value::location).orElse(location);
  }

  /** Where the key itself stands; asked only for keys that are there. */
  Location keyLocation(String key) {
    return values.get(key).keyLocation();
  }

  <T> T get(String key, ValueReader<T> reader, T whenAbsent) throws ConfigException {
    Optional<Value> value = find(key);
    return value.isPresent() ? reader.read(value.get()) : whenAbsent;
  }

  boolean flag(String key, boolean whenAbsent) throws ConfigException {
    return get(key, Value::flag, whenAbsent);
  }

  int integer(String key, int min, int whenAbsent) throws ConfigException {
    return get(key, value -> value.integer(min), whenAbsent);
  }

  /** A time in whole seconds. */
  Duration seconds(String key, int min, int whenAbsent) throws ConfigException {
    return get(key, value -> value.seconds(min), Duration.ofSeconds(whenAbsent));
  }

  /**
   * A mapping below this one; empty if the key is absent or has no value, as when all that stands
   * below it is commented out.
   */
  Section section(String key, List<String> knownKeys) throws ConfigException {
    Optional<Value> value = findNonNull(key);
    return value.isPresent() ? value.get().section(knownKeys) : empty(source);
  }
}
