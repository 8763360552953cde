package io.brokerscope.packs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells many kinds of attributes in few lines: MBeans that have the same of them and differ by name
 * alone are one group.
 */
final class KindGroups {
  private static final Pattern NAME = Pattern.compile(",name=([^,]+)");

  /**
   * A line.
   *
   * @param beans what the MBeans have in common
   * @param names empty where they have none
   * @param attributes that each has
   */
  record Group(String beans, List<String> names, List<String> attributes) {}

  private KindGroups() {}

  /**
   * Groups them, in the order of the alphabet.
   *
   * @param kinds as {@link LiveValue#kind} says them: MBean, blank, attribute
   */
  static List<Group> of(List<String> kinds) {
    Map<String, List<String>> byBean =
        kinds.stream()
            .map(kind -> kind.split(" ", 2))
            .collect(
                Collectors.groupingBy(
                    parts -> parts[0],
                    TreeMap::new,
                    Collectors.mapping(parts -> parts[1], Collectors.toList())));
    Map<String, Map<String, Group>> groups = new TreeMap<>();
    byBean.forEach(
        (bean, attributes) -> {
          Group group = group(bean, attributes);
          groups
              .computeIfAbsent(group.beans(), beans -> new LinkedHashMap<>())
              .merge(attributes.toString(), group, KindGroups::together);
        });
    return groups.values().stream().flatMap(group -> group.values().stream()).toList();
  }

  private static Group group(String bean, List<String> attributes) {
    Matcher name = NAME.matcher(bean);
    return name.find()
        ? new Group(name.replaceFirst(""), List.of(name.group(1)), attributes)
        : new Group(bean, List.of(), attributes);
  }

  private static Group together(Group one, Group other) {
    List<String> names = Stream.concat(one.names().stream(), other.names().stream()).toList();
    return new Group(one.beans(), names, one.attributes());
  }
}
