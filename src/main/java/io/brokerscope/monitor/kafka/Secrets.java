package io.brokerscope.monitor.kafka;

import io.brokerscope.config.MonitorConfig.Clients;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/**
 * The values in a configuration that nobody may read in a log: those of settings whose names sound
 * like a secret. Of a JAAS text, which holds much that is no secret, each word of a value.
 */
public final class Secrets {
  private static final String HIDDEN = "[hidden]";

  private static final Pattern SECRET_KEY =
      Pattern.compile("password|secret|credential|token|private|keystore\\.key|jaas");

  /** A value in a JAAS text: what stands in quotes, or after an equals sign. */
  private static final Pattern JAAS_VALUE =
      Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"|'([^']*)'|=\\s*([^\\s\"';]+)");

  /** By words, because a parser that stumbles over a value quotes a part of it. */
  private static final Pattern WORD = Pattern.compile("[^\\s\"';=]{3,}");

  private static final String PROVIDERS = "config.providers";

  /** Longest first, so that a secret that holds another leaves no rest. */
  private final List<String> texts;

  /** Whether settings have values that only the clients know. */
  private final boolean provided;

  private Secrets(Set<String> texts, boolean provided) {
    this.provided = provided;
    this.texts = texts.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
  }

  public static Secrets of(Clients clients) {
    Set<String> texts = new HashSet<>();
    List<Map<String, String>> all =
        List.of(clients.kafka(), clients.admin(), clients.producer(), clients.consumer());
    all.stream()
        .flatMap(settings -> settings.entrySet().stream())
        .filter(Secrets::isSecret)
        .forEach(setting -> addTexts(setting.getKey(), setting.getValue(), texts));
    return new Secrets(texts, all.stream().anyMatch(settings -> settings.containsKey(PROVIDERS)));
  }

  /**
   * The error's message with every secret in it replaced. What is wrong with settings is not told
   * where config providers fetch their values: they could be in the message, and are not known
   * here.
   */
  public String messageOf(Throwable error) {
    boolean isAboutSettings =
        error instanceof ConfigException || error instanceof IllegalArgumentException;
    return provided && isAboutSettings
        ? "(not shown, as it may hold a value that %s fetched)".formatted(PROVIDERS)
        : hiddenIn(String.valueOf(error.getMessage()));
  }

  /** The message with every secret in it replaced. */
  String hiddenIn(String message) {
    String safe = message;
    for (String text : texts) {
      safe = safe.replace(text, HIDDEN);
    }
    return safe;
  }

  private static boolean isSecret(Map.Entry<String, String> setting) {
    return SECRET_KEY.matcher(setting.getKey().toLowerCase(Locale.ROOT)).find();
  }

  private static void addTexts(String key, String value, Set<String> texts) {
    if (!key.toLowerCase(Locale.ROOT).contains("jaas")) {
      if (!value.isEmpty()) {
        texts.add(value);
      }
      return;
    }
    JAAS_VALUE
        .matcher(value)
        .results()
        .flatMap(found -> WORD.matcher(found.group()).results())
        .map(MatchResult::group)
        .forEach(texts::add);
  }
}
