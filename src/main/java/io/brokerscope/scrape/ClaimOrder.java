package io.brokerscope.scrape;

/**
 * Who comes first when several attributes give the same series: by ObjectName, then by path and
 * attribute.
 */
final class ClaimOrder {
  private ClaimOrder() {}

  static int compare(AttributeNode a, AttributeNode b) {
    int byBean = a.bean().name().compareTo(b.bean().name());
    return byBean != 0 ? byBean : a.pathText().compareTo(b.pathText());
  }
}
