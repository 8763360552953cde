package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Crc32SumTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 499, 500, 65_536, 999_999, 1_000_000})
  void isTheChecksumOfBothTextsTogether(int firstBytes) {
    byte[] both = new byte[1_000_000];
    new Random(firstBytes).nextBytes(both);
    int first = checksum(Arrays.copyOf(both, firstBytes));
    int second = checksum(Arrays.copyOfRange(both, firstBytes, both.length));
    assertEquals(checksum(both), Crc32Sum.of(first, second, both.length - firstBytes));
  }

  private static int checksum(byte[] text) {
    CRC32 checksum = new CRC32();
    checksum.update(text);
    return (int) checksum.getValue();
  }
}
