package io.brokerscope.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTableTest {

  @Test
  void namesAreTextAndNeverMarkup() {
    HtmlTable table = new HtmlTable("a & b", List.of("group"));
    table.row("<script>\"x\"</script>");

    assertEquals(
        """
        <h2>a &amp; b</h2>
        <table>
        <tr><th>group</th></tr>
        <tr><td>&lt;script&gt;&quot;x&quot;&lt;/script&gt;</td></tr>
        </table>
        """,
        table.html());
  }
}
