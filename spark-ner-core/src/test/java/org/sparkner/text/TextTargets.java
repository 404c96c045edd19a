package org.sparkner.text;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import static org.assertj.core.api.Assertions.assertThat;


/** Any string as text. */
public final class TextTargets {
  private TextTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of(
        "english-text", TextTargets::english,
        "any-text", TextTargets::anyLanguage);
  }

  private static final TextAnalyzer ENGLISH = TextAnalyzer.forLanguage("en");
  private static final TextAnalyzer ANY = TextAnalyzer.forLanguage("und");

  private static void english(byte[] text) {
    requireTokens(ENGLISH, new String(text, StandardCharsets.UTF_8));
  }

  private static void anyLanguage(byte[] text) {
    requireTokens(ANY, new String(text, StandardCharsets.UTF_8));
  }

  private static void requireTokens(TextAnalyzer analyzer, String text) {
    int end = 0;
    for (AnalyzedSentence sentence : analyzer.analyze(text)) {
      assertThat(sentence.size()).isBetween(1, TextAnalyzer.MAX_SENTENCE_TOKENS);
      for (int i = 0; i < sentence.size(); i++) {
        assertThat(sentence.begin(i)).isGreaterThanOrEqualTo(end);
        end = sentence.end(i);
        assertThat(end).isGreaterThan(sentence.begin(i)).isLessThanOrEqualTo(text.length());
      }
    }
  }
}
