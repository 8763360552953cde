package io.brokerscope.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MBeanIdentityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          d:type=T,name=N         | d<type=T, name=N>
          d:name=N,type=T         | d<name=N, type=T>
          d:z=1,a=2,m=3           | d<z=1, a=2, m=3>
          d:type=                 | d<type=>
          d:a="x,y",b=2           | d<a="x,y", b=2>
          d:a="x=y,z=1",b="="     | d<a="x=y,z=1", b="=">
          d:a="q\\"r,s",b=2       | d<a="q\\"r,s", b=2>
          d:a="back\\\\",b=2      | d<a="back\\\\", b=2>
          d:a="star\\*",b=2       | d<a="star\\*", b=2>
          d.e-f:a b=c d           | d.e-f<a b=c d>
          :type=T                 | <type=T>
          """)
  void keepsPropertiesAsTheyWereDeclared(String objectName, String head) {
    assertEquals(head, identity(objectName).head());
  }

  @Test
  void anIndexColumnBecomesTheLastProperty() {
    MBeanIdentity row = identity("d:type=T").withIndexColumn("key", Map.of("", "k1"));
    assertEquals("d<type=T, key=k1>", row.head());
  }

  @Test
  void anIndexColumnWhoseNameIsTakenGetsUnderscores() {
    MBeanIdentity row = identity("d:key=T,key_=U").withIndexColumn("key", Map.of("", "k1"));
    assertEquals("d<key=T, key_=U, key__=k1>", row.head());
  }

  @Test
  void eachPartOfACompositeIndexColumnBecomesAProperty() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("_a", "1");
    parts.put("_b", "2");
    MBeanIdentity row = identity("d:type=T").withIndexColumn("key", parts);
    assertEquals("d<type=T, key_a=1, key_b=2>", row.head());
  }

  @Test
  void aRuleSeesPathAndAttributeAfterTheProperties() {
    Leaf leaf = new Leaf(identity("d:type=T"), List.of("Heap", "inner"), "used", null);
    assertEquals("d<type=T><Heap, inner>used: ", leaf.text("used"));
  }

  private static MBeanIdentity identity(String objectName) {
    return MBeanIdentity.of(Deciding.objectName(objectName));
  }
}
