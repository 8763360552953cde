package io.brokerscope.demo;

import io.brokerscope.demo.MetricsPage.Family;
import io.brokerscope.demo.MetricsPage.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads a page line by line: the samples below a family's comments are its own. */
final class PageReader {
  private static final String HELP = "# HELP ";
  private static final String TYPE = "# TYPE ";

  private final List<Sample> samples = new ArrayList<>();
  private final List<Family> families = new ArrayList<>();

  void read(String line) {
    if (line.startsWith(HELP)) {
      Family family = familyOf(line);
      replaceLast(new Family(family.name(), family.type(), text(line), family.labels()));
    } else if (line.startsWith(TYPE)) {
      Family family = familyOf(line);
      replaceLast(new Family(family.name(), text(line), family.help(), family.labels()));
    } else if (!line.isEmpty() && !line.startsWith("#")) {
      Sample sample = new SampleLine(line).parse();
      samples.add(sample);
      if (!families.isEmpty()) {
        families.get(families.size() - 1).labels().addAll(sample.labels().keySet());
      }
    }
  }

  MetricsPage page() {
    return new MetricsPage(samples, families);
  }

  /** The last family if the comment is about it, else a new one. */
  private Family familyOf(String comment) {
    String name = comment.split(" ", 4)[2];
    if (families.isEmpty() || !families.get(families.size() - 1).name().equals(name)) {
      Set<String> labels = new TreeSet<>();
      families.add(new Family(name, "untyped", "", labels));
    }
    return families.get(families.size() - 1);
  }

  private void replaceLast(Family family) {
    families.set(families.size() - 1, family);
  }

  private static String text(String comment) {
    String[] words = comment.split(" ", 4);
    return words.length == 4 ? words[3] : "";
  }
}
