package io.brokerscope.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.reader.StreamReader;

/** Turns a file's bytes into text, and refuses what is no text or too much of it. */
final class YamlText {
  static final int MAX_SIZE_BYTES = 1 << 20; // 1 MiB

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Source source;

  YamlText(Source source) {
    this.source = source;
  }

  /** The text without a byte order mark, which would shift the columns of the first line. */
  String decode(byte[] bytes) throws ConfigException {
    if (bytes.length > MAX_SIZE_BYTES) {
      throw source.error(
          source.start(),
          KeyPath.ROOT,
          String.format(
              "found a file of %d bytes, expected at most %d; remove what is not configuration",
              bytes.length, MAX_SIZE_BYTES));
    }
    String text = decodeUtf8(bytes);
    String content = text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
    refuseUnprintable(content);
    return content;
  }

  private String decodeUtf8(byte[] bytes) throws ConfigException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length); // UTF-8 never has fewer bytes than chars
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw source.error(
          source.at(text, text.length()),
          KeyPath.ROOT,
          String.format(
              "found the byte 0x%02X, which is not UTF-8, expected text in UTF-8; save the file as UTF-8",
              in.get(in.position())));
    }
    return text;
  }

  /** The YAML library would refuse these too, but without line and column. */
  private void refuseUnprintable(String text) throws ConfigException {
    int index = 0;
    while (index < text.length()) {
      int character = text.codePointAt(index);
      if (!StreamReader.isPrintable(character)) {
        throw source.error(
            source.at(text, index),
            KeyPath.ROOT,
            String.format(
                "found the character U+%04X, expected only printable characters; remove it or write it as"
                    + " \"\\u%04X\" in double quotes",
                character, character));
      }
      index += Character.charCount(character);
    }
  }
}
