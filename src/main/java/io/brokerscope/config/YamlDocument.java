package io.brokerscope.config;

import java.util.Optional;
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

  YamlDocument(Source source) {
    this.source = source;
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
      throw new ConfigException(
          String.format(
              "%s: found YAML beyond a limit (%s), expected at most %d aliases of lists and mappings and %d levels;"
                  + " write repeated parts out and nest less",
              source.at(reader.getMark()),
              Quoted.oneLine(e.getMessage()),
              MAX_COLLECTION_ALIASES,
              MAX_DEPTH),
          e);
    } catch (RuntimeException e) {
      // The library does not always check before it parses: an unfinished backslash-u in quotes is
      // a NumberFormatException.
      throw broken(source.at(reader.getMark()), String.valueOf(e.getMessage()), e);
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
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    return broken(location, context + e.getProblem(), e);
  }

  private static ConfigException broken(Location location, String reason, RuntimeException cause) {
    return new ConfigException(
        String.format(
            "%s: found broken YAML (%s), expected YAML 1.1; check indentation, quotes and brackets here and just"
                + " above",
            location, Quoted.oneLine(reason)),
        cause);
  }
}
