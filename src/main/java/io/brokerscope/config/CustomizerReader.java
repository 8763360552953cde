package io.brokerscope.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one entry of {@code metricCustomizers}. */
final class CustomizerReader {
  private static final List<String> KEYS =
      List.of("mbeanFilter", "attributesAsLabels", "extraMetrics");
  private static final List<String> FILTER_KEYS = List.of("domain", "properties");
  private static final List<String> EXTRA_METRIC_KEYS = List.of("name", "value", "description");

  private CustomizerReader() {}

  static CustomizerConfig read(Value item) throws ConfigException {
    Section customizer = item.section(KEYS);
    Value filterValue =
        require(customizer.find("mbeanFilter"), item, "the key mbeanFilter", "add it");
    Section filter = filterValue.section(FILTER_KEYS);
    Value domain = require(filter.find("domain"), filterValue, "the key domain", "add it");
    Optional<Value> labels = customizer.findNonNull("attributesAsLabels");
    Optional<Value> metrics = customizer.findNonNull("extraMetrics");
    require(
        labels.or(() -> metrics),
        item,
        "attributesAsLabels or extraMetrics",
        "add one of them or remove the customizer");
    return new CustomizerConfig(
        domain.text(), properties(filter), attributesAsLabels(labels), extraMetrics(metrics));
  }

  private static Map<String, String> properties(Section filter) throws ConfigException {
    Optional<Value> mapping = filter.find("properties");
    if (mapping.isEmpty()) {
      return Map.of();
    }
    Map<String, String> properties = new LinkedHashMap<>();
    for (Value.Named property : mapping.get().pairs()) {
      properties.put(property.name(), property.value().text());
    }
    return properties;
  }

  private static List<String> attributesAsLabels(Optional<Value> list) throws ConfigException {
    if (list.isEmpty()) {
      return List.of();
    }
    List<String> attributes = new ArrayList<>();
    for (Value attribute : list.get().items()) {
      attributes.add(attribute.text());
    }
    return attributes;
  }

  private static List<CustomizerConfig.ExtraMetric> extraMetrics(Optional<Value> list)
      throws ConfigException {
    if (list.isEmpty()) {
      return List.of();
    }
    List<CustomizerConfig.ExtraMetric> metrics = new ArrayList<>();
    for (Value item : list.get().items()) {
      Section metric = item.section(EXTRA_METRIC_KEYS);
      Value name = require(metric.find("name"), item, "the key name", "add it");
      Value value = require(metric.find("value"), item, "the key value", "add it");
      Optional<Value> description = metric.findNonNull("description");
      metrics.add(
          new CustomizerConfig.ExtraMetric(
              name.text(),
              value.constant(),
              description.isPresent() ? description.get().text() : ""));
    }
    return metrics;
  }

  private static Value require(Optional<Value> value, Value owner, String expected, String hint)
      throws ConfigException {
    if (value.isEmpty()) {
      throw owner
          .source()
          .error(
              owner.location(),
              owner.path(),
              String.format("found no such key, expected %s; %s", expected, hint));
    }
    return value.get();
  }
}
