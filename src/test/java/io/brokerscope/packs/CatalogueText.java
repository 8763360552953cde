package io.brokerscope.packs;

import static io.brokerscope.packs.Markdown.code;

import io.brokerscope.demo.MetricsPage.Family;
import io.brokerscope.packs.CommunityNames.Place;
import java.util.List;
import java.util.Locale;

/** Writes the catalogue: figures first, then what there is, at the end what there is not. */
final class CatalogueText {
  private static final String HEAD =
      """
      # Metrics

      What each file of rules exposes. Generated from live processes; CONTRIBUTING.md says how. A metric marked *debug*
      is there only with the lines that begin with `#debug# ` switched on (`sed 's/^#debug# //'`). *Series* is how many
      one process of the test cluster has, the one that has the most; yours will have more. A summary's series are its
      quantiles, `_sum` and `_count`. In MBeans `*` stands for what becomes a label. At the end stands what is not here:
      [rules without figures](#rules-that-no-process-of-the-tests-has-figures-for) and
      [what a broker says and no rule takes](#what-is-left-out-of-a-broker).
      """;

  private static final String AGENT =
      """
      What the agent tells without any rule, in every process: of the JVM and its process (unless `excludeJvmMetrics` is
      true), and of itself (`jmx_*`, `brokerscope_*`). Memory of the process is told on Linux only, the last pause of a
      collector after its first run.
      """;

  private static final String DEAD =
      """
      The processes that this page is made from have nothing that these rules match. The comment above each rule says
      where or when there is something, and some have tests with a cluster of their own. If a comment is not about its
      rule, the rule is dead.
      """;

  private final CatalogueFindings findings;
  private final Markdown text = new Markdown().paragraph(HEAD);

  private CatalogueText(CatalogueFindings findings) {
    this.findings = findings;
  }

  static String of(CatalogueFindings findings) {
    CatalogueText catalogue = new CatalogueText(findings);
    catalogue.coverage();
    catalogue.community();
    findings.packs().forEach(pack -> new PackText(catalogue.text).add(pack, findings.packs()));
    catalogue.agent();
    catalogue.dead();
    catalogue.leftOut();
    return catalogue.text.toString();
  }

  /** One line, also for the log of a build. */
  static String summary(BrokerCoverage coverage) {
    return String.format(
        Locale.ROOT,
        "Of %,d kinds of attributes of Kafka's MBeans on brokers and controllers %s, %d are exposed"
            + " by default, %d more with debug, and %d are left out for a reason.",
        coverage.total(),
        coverage.version(),
        coverage.byDefault().size(),
        coverage.inDebug().size(),
        coverage.leftOut().size());
  }

  /** One line, also for the log of a build. */
  static String summary(CommunityNames names) {
    return String.format(
        Locale.ROOT,
        "Of %d metric names that community boards and alerts use and Kafka 4 still has figures for,"
            + " the rules of the process that the board is about have %d by default (%.1f %%) and"
            + " %d with debug (%.1f %%).",
        names.possible(),
        names.foundByDefault(),
        100 * names.share(names.foundByDefault()),
        names.found(),
        100 * names.share(names.found()));
  }

  private void coverage() {
    text.heading("How much of a broker is exposed");
    text.paragraph(summary(findings.coverage()));
    text.table("left out because", "kinds");
    findings
        .coverage()
        .byReason()
        .forEach((reason, kinds) -> text.row(reason, Integer.toString(kinds.size())));
  }

  private void community() {
    CommunityNames names = findings.community();
    text.heading("Names on community boards");
    text.paragraph(summary(names));
    text.paragraph(
        """
        The list is in `src/test/resources/io/brokerscope/packs/community-metrics.txt`; which board is about which
        process, in `community-boards.txt` beside it.
        """);
    text.table("not in the rules as they are shipped", "asked for by", "why");
    for (CommunityNames.Name name : names.in(Place.DEBUG_ONLY)) {
      text.row(code(name.metric()), name.boards(), "with debug");
    }
    for (Place absent : List.of(Place.UNEXPLAINED, Place.MISSING, Place.GONE)) {
      for (CommunityNames.Name name : names.in(absent)) {
        text.row(code(name.metric()), name.boards(), name.note());
      }
    }
  }

  private void agent() {
    text.heading("JVM and agent");
    text.paragraph(AGENT);
    text.table("metric", "type", "labels", "meaning");
    for (Family family : findings.agent().all()) {
      text.row(
          code(family.name()), family.type(), String.join(", ", family.labels()), family.help());
    }
  }

  private void dead() {
    text.heading("Rules that no process of the tests has figures for");
    text.paragraph(DEAD);
    text.table("metric, as the rule names it", "file", "pattern", "rules", "what the comment says");
    for (DeadRule rule : findings.dead()) {
      text.row(
          code(rule.metric()),
          rule.file(),
          code(rule.pattern()),
          rule.form().name().toLowerCase(Locale.ROOT),
          rule.elsewhere().orElse(""));
    }
  }

  private void leftOut() {
    text.heading("What is left out of a broker");
    findings
        .coverage()
        .byReason()
        .forEach(
            (reason, kinds) -> {
              text.paragraph(
                  "<details><summary>%d because: %s</summary>".formatted(kinds.size(), reason));
              text.table("MBeans", "name", "attributes");
              for (KindGroups.Group group : KindGroups.of(kinds)) {
                text.row(
                    code(group.beans()),
                    String.join(", ", group.names()),
                    String.join(", ", group.attributes()));
              }
              text.paragraph("</details>");
            });
  }
}
