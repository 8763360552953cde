package io.brokerscope.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Reads the top-level keys that say which MBeans and attributes are looked at. */
final class SelectionReader {
  private SelectionReader() {}

  static Selection read(Section top) throws ConfigException {
    Optional<Value> include = findWithAlias(top, "includeObjectNames", "whitelistObjectNames");
    Optional<Value> exclude = findWithAlias(top, "excludeObjectNames", "blacklistObjectNames");
    // jmx_exporter takes a bare 'excludeJvmMetrics:' for false, but no other bare boolean.
    boolean excludeJvm =
        top.findNonNull("excludeJvmMetrics").isPresent() && top.flag("excludeJvmMetrics", false);
    return new Selection(
        include.isPresent() ? Optional.of(objectNames(include.get())) : Optional.empty(),
        exclude.isPresent() ? objectNames(exclude.get()) : List.of(),
        excludeJvm,
        new Selection.Attributes(
            attributeFilters(top.find("includeObjectNameAttributes")),
            attributeFilters(top.find("excludeObjectNameAttributes")),
            top.flag("autoExcludeObjectNameAttributes", true)));
  }

  private static Optional<Value> findWithAlias(Section top, String key, String alias)
      throws ConfigException {
    Optional<Value> value = top.find(key);
    if (value.isEmpty()) {
      return top.find(alias);
    }
    if (top.find(alias).isPresent()) {
      top.source()
          .warn(
              top.keyLocation(alias),
              KeyPath.ROOT.key(alias),
              String.format(
                  "found beside %s, which wins, expected one of the two; remove it", key));
    }
    return value;
  }

  private static List<ObjectName> objectNames(Value list) throws ConfigException {
    List<ObjectName> names = new ArrayList<>();
    for (Value item : list.items()) {
      names.add(objectName(item.text(), item, item.location()));
    }
    return names;
  }

  private static List<Selection.AttributeFilter> attributeFilters(Optional<Value> mapping)
      throws ConfigException {
    if (mapping.isEmpty()) {
      return List.of();
    }
    List<Selection.AttributeFilter> filters = new ArrayList<>();
    for (Value.Named pair : mapping.get().pairs()) {
      ObjectName beans = objectName(pair.name(), mapping.get(), pair.keyLocation());
      List<String> globs = new ArrayList<>();
      for (Value item : pair.value().items()) {
        globs.add(item.text());
      }
      filters.add(new Selection.AttributeFilter(beans, globs));
    }
    return filters;
  }

  private static ObjectName objectName(String name, Value owner, Location location)
      throws ConfigException {
    try {
      return new ObjectName(name);
    } catch (MalformedObjectNameException e) {
      throw owner
          .source()
          .error(
              location,
              owner.path(),
              String.format(
                  "found %s (%s), expected an ObjectName or a pattern of one; write it like 'kafka.server:type=*,*'",
                  Quoted.text(name), Quoted.oneLine(String.valueOf(e.getMessage()))));
    }
  }
}
