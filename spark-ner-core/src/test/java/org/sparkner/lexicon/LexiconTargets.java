package org.sparkner.lexicon;

import java.util.Map;
import java.util.function.Consumer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.sparkner.error.Outcome;

/** Any bytes in place of word vectors, a lexicon or a list of names. */
public final class LexiconTargets {
  private LexiconTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of(
        "vectors", LexiconTargets::vectors,
        "lexicon", LexiconTargets::lexicon,
        "gazetteer", LexiconTargets::gazetteer);
  }

  private static final int MOST_WORDS = 10_000;

  private static void vectors(byte[] file) {
    LoadedVectors vectors =
        Outcome.readOrRefused(
            () -> WordVectorsReader.read(new ByteArrayInputStream(file), "vectors", MOST_WORDS));
    if (vectors != null) {
      assertThat(vectors.vectors().words().size()).isBetween(0, MOST_WORDS);
    }
  }

  private static void lexicon(byte[] file) {
    Outcome.readOrRefused(
        () -> {
          try {
            return Lexicon.readFrom(new ByteArrayInputStream(file));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void gazetteer(byte[] file) {
    Outcome.readOrRefused(
        () -> {
          GazetteersBuilder builder = new GazetteersBuilder("en", true);
          builder.add("PER", new ByteArrayInputStream(file), "names");
          return builder.build();
        });
  }
}
