package io.brokerscope.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          name[]=a                  | a
          name%5B%5D=a              | a
          name%5b%5d=a&name[]=b     | a b
          name[]=a&name[]=a         | a
          name[]=a%3Ab_total        | a:b_total
          name[]=a&debug=1&x        | a
          name[]=                   | -
          name=a                    | -
          name[]                    | -
          =a                        | -
          &&                        | -
          NAME[]=a                  | -
          """)
  void namesComeFromTheNameParameters(String query, String expected) {
    Set<String> names =
        expected == null ? Set.of() : new TreeSet<>(Arrays.asList(expected.split(" ")));
    assertEquals(names, NameFilter.names(query));
  }

  @Test
  void plusAndPercentEncodedBytesAreDecodedAsUtf8() {
    assertEquals(Set.of("a b\u00e9"), NameFilter.names("name[]=a+b%C3%A9"));
  }

  @Test
  void noQueryMeansAllNames() {
    assertEquals(Set.of(), NameFilter.names(null));
  }
}
