package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.scrape.beans.DynamicBean;
import io.brokerscope.scrape.beans.Shapes;
import io.brokerscope.scrape.beans.ShapesMXBean.Inner;
import io.brokerscope.scrape.beans.ShapesMXBean.Outer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;
import org.junit.jupiter.api.Test;

/** Composite and tabular attributes, as the JMX runtime makes them and made by hand. */
class OpenTypesTest {

  @Test
  void eachKeyOfACompositeIsALeaf() {
    assertEquals(
        Map.of("d_S_Outer_number", 1.0, "d_S_Outer_inner_used", 2.0, "d_S_Outer_inner_max", 3.0),
        shapes("<Outer"));
  }

  @Test
  void eachRowOfATableIsASeries() {
    assertEquals(
        Map.of("d_S_ByName{key=\"a\"}", 1.0, "d_S_ByName{key=\"b\"}", 2.0), shapes("<>ByName:"));
  }

  @Test
  void aNestedTablesIndexGetsAnUnderscore() {
    assertEquals(
        Map.of(
            "d_S_ByNameAndKind{key=\"a\",key_=\"x\"}", 1.0,
            "d_S_ByNameAndKind{key=\"a\",key_=\"y\"}", 2.0,
            "d_S_ByNameAndKind{key=\"b\",key_=\"x\"}", 3.0),
        shapes("<>ByNameAndKind:"));
  }

  @Test
  void aCompositeIndexGivesAPropertyForEachKey() {
    assertEquals(
        Map.of("d_S_ByPlace_used{key_rack=\"r1\",key_slot=\"7\"}", 10.0), shapes("<ByPlace>used"));
  }

  private static Map<String, Double> shapes(String pattern) {
    Shapes bean = new Shapes();
    bean.byName.put("a", 1L);
    bean.byName.put("b", 2L);
    String yaml = "rules: [{pattern: '%s'}]".formatted(pattern);
    try (Scraping scraping = Scraping.by(yaml).register("d:type=S", bean)) {
      scraping.series();
      return scraping.series();
    }
  }

  @Test
  void rowsComeAndGo() {
    Shapes bean = new Shapes();
    String yaml = "rules: [{pattern: 'key=(\\w+)><>ByName:', name: m, labels: {key: $1}}]";
    try (Scraping scraping = Scraping.by(yaml).register("d:type=S", bean)) {
      assertEquals(Map.of(), scraping.series());
      bean.byName.put("a", 1L);
      bean.byName.put("b", 2L);
      assertEquals(Map.of("m{key=\"a\"}", 1.0, "m{key=\"b\"}", 2.0), scraping.series());
      bean.byName.remove("a");
      bean.byName.put("c", 3L);
      assertEquals(Map.of("m{key=\"b\"}", 2.0, "m{key=\"c\"}", 3.0), scraping.series());
    }
  }

  @Test
  void aLeafThatIsNullIsAbsentUntilItHasAValue() {
    Shapes bean = new Shapes();
    String yaml = "rules: [{pattern: 'inner>(\\w+)', name: $1}]";
    try (Scraping scraping = Scraping.by(yaml).register("d:type=S", bean)) {
      bean.outer = new Outer(1, null, new Inner(5, null));
      assertEquals(Map.of("used", 5.0), scraping.series());
      bean.outer = new Outer(1, null, new Inner(5, 6L));
      assertEquals(Map.of("used", 5.0, "max", 6.0), scraping.series());
      bean.outer = new Outer(1, null, null);
      assertEquals(Map.of(), scraping.series());
      bean.outer = null;
      assertEquals(Map.of(), scraping.series());
      bean.outer = new Outer(1, null, new Inner(7, 8L));
      assertEquals(Map.of("used", 7.0, "max", 8.0), scraping.series());
    }
  }

  @Test
  void aTextInsideACompositeIsExposedByARuleWithAValue() {
    Shapes bean = new Shapes();
    String yaml = "rules: [{pattern: '<Outer>text: (.*)', name: m, labels: {t: $1}, value: 1}]";
    try (Scraping scraping = Scraping.by(yaml).register("d:type=S", bean)) {
      assertEquals(Map.of("m{t=\"t\"}", 1.0), scraping.series());
      bean.outer = new Outer(1, "u", null);
      assertEquals(Map.of("m{t=\"u\"}", 1.0), scraping.series());
    }
  }

  @Test
  void aCompositeMayHaveOtherKeysThanLastTime() throws OpenDataException {
    AtomicReference<Object> value = new AtomicReference<>(composite("a", 1, "b", 2));
    DynamicBean bean = new DynamicBean().with("C", value::get);
    try (Scraping scraping = Scraping.by("{}").register("d:type=S", bean)) {
      assertEquals(Map.of("d_S_C_a", 1.0, "d_S_C_b", 2.0), scraping.series());
      value.set(composite("b", 3, "c", 4));
      assertEquals(Map.of("d_S_C_b", 3.0, "d_S_C_c", 4.0), scraping.series());
      value.set(5);
      assertEquals(Map.of("d_S_C", 5.0), scraping.series());
    }
  }

  @Test
  void aTableMayHaveOtherColumnsThanLastTime() throws OpenDataException {
    AtomicReference<Object> value = new AtomicReference<>(table("id", 7, "a", 1));
    DynamicBean bean = new DynamicBean().with("T", value::get);
    try (Scraping scraping = Scraping.by("{}").register("d:type=S", bean)) {
      assertEquals(Map.of("d_S_T_a{id=\"7\"}", 1.0), scraping.series());
      value.set(table("id", 7, "b", 2));
      assertEquals(Map.of("d_S_T_b{id=\"7\"}", 2.0), scraping.series());
      value.set(null);
      assertEquals(Map.of(), scraping.series());
    }
  }

  private static CompositeDataSupport composite(String k1, int v1, String k2, int v2)
      throws OpenDataException {
    String[] keys = {k1, k2};
    OpenType<?>[] types = {SimpleType.INTEGER, SimpleType.INTEGER};
    CompositeType type = new CompositeType("C", "C of a test", keys, keys, types);
    return new CompositeDataSupport(type, keys, new Object[] {v1, v2});
  }

  /** One row, indexed by its first column. */
  private static TabularDataSupport table(String k1, int v1, String k2, int v2)
      throws OpenDataException {
    CompositeDataSupport row = composite(k1, v1, k2, v2);
    TabularDataSupport table =
        new TabularDataSupport(
            new TabularType("T", "T of a test", row.getCompositeType(), new String[] {k1}));
    table.put(row);
    return table;
  }
}
