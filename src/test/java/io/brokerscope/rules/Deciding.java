package io.brokerscope.rules;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.brokerscope.exposition.Series;
import java.util.List;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Asks the rules of a configuration about attributes. */
record Deciding(RuleSet rules) {

  static Deciding by(String yaml) {
    return new Deciding(YamlRules.compile(yaml));
  }

  static ObjectName objectName(String text) {
    try {
      return new ObjectName(text);
    } catch (MalformedObjectNameException bad) {
      throw new AssertionError(bad);
    }
  }

  /** A plain attribute without a description. */
  static Leaf leaf(String objectName, String attribute) {
    return new Leaf(MBeanIdentity.of(objectName(objectName)), List.of(), attribute, null);
  }

  Decision decide(String objectName, String attribute) {
    return rules.decideNumber(leaf(objectName, attribute));
  }

  /** The series that any number of an attribute goes to. */
  SeriesSpec spec(Leaf leaf) {
    return assertInstanceOf(Decision.Exposed.class, rules.decideNumber(leaf)).series();
  }

  SeriesSpec spec(String objectName, String attribute) {
    return spec(leaf(objectName, attribute));
  }

  /** Name and labels as they are written. */
  String line(Leaf leaf) {
    return line(spec(leaf));
  }

  String line(String objectName, String attribute) {
    return line(leaf(objectName, attribute));
  }

  static String line(SeriesSpec spec) {
    return Series.of(spec.family().name(), spec.labels()).toString();
  }
}
