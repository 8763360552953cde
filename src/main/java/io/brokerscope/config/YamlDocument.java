package io.brokerscope.config;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Turns YAML text into nodes that know their line and column. */
final class YamlDocument {
  /** The library's own default, and so jmx_exporter's: what loads there loads here. */
  private static final int MAX_COLLECTION_ALIASES = 50;

  /** The deepest value a key can have is six levels down. */
  private static final int MAX_DEPTH = 50;

  private final Source source;
  private final boolean quotes;

  /**
   * @param quotes whether errors may quote the text, as the library's do; not if it holds secrets
   */
  YamlDocument(Source source, boolean quotes) {
    this.source = source;
    this.quotes = quotes;
  }

  /** The document's root; absent if there is nothing but comments, or a null. */
  Optional<Node> compose(String text) throws ConfigException {
    StreamReader reader = new StreamReader(text);
    try {
      LoaderOptions limits = limits();
      Node root =
          new Composer(new ParserImpl(reader, limits), new Resolver(), limits).getSingleNode();
      return Optional.ofNullable(root).filter(node -> !node.getTag().equals(Tag.NULL));
    } catch (MarkedYAMLException e) {
      throw syntaxError(e);
    } catch (YAMLException e) {
      String problem =
          String.format(
              "found YAML beyond a limit%s, expected at most %d aliases of lists and mappings and %d levels; write"
                  + " repeated parts out and nest less",
              reason("", e.getMessage()), MAX_COLLECTION_ALIASES, MAX_DEPTH);
      throw error(source.at(reader.getMark()), problem, e);
    } catch (RuntimeException e) {
      // The library does not always check before it parses: an unfinished backslash-u in quotes is
      // a NumberFormatException.
      throw broken(source.at(reader.getMark()), reason("", e.getMessage()), e);
    }
  }

  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MAX_COLLECTION_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(YamlText.MAX_SIZE_BYTES);
    return options;
  }

  private ConfigException syntaxError(MarkedYAMLException e) {
    Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    Location location = mark == null ? source.start() : source.at(mark);
    // The context says what was being read, in the library's own words; the problem may quote.
    return broken(location, reason(e.getContext(), e.getProblem()), e);
  }

  /** In brackets, with what may be said of it. */
  private String reason(String context, String problem) {
    String words =
        Stream.of(context, quotes ? String.valueOf(problem) : "")
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(": "));
    return words.isEmpty() ? "" : " (" + Quoted.oneLine(words) + ")";
  }

  private ConfigException broken(Location location, String reason, RuntimeException cause) {
    String problem =
        String.format(
            "found broken YAML%s, expected YAML 1.1; check indentation, quotes and brackets here and just above",
            reason);
    return error(location, problem, cause);
  }

  private ConfigException error(Location location, String problem, RuntimeException cause) {
    ConfigException error = source.error(location, KeyPath.ROOT, problem);
    if (quotes) {
      error.initCause(cause); // Its message shows the line it is about.
    }
    return error;
  }
}
