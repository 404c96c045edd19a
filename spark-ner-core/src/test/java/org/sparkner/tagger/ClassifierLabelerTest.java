/*
 * Copyright 2026 The Spark NER authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package org.sparkner.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.UsageException;
import org.sparkner.model.ClassifierModel;
import org.sparkner.model.ClassifierReader;
import org.sparkner.model.TinyClassifier;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.pretrained.PretrainedEncoderFolder;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/** Against all tag sequences of the classifier's own scheme, one by one. */
class ClassifierLabelerTest {
  private static final List<String> SENTENCE = List.of("w0", "w1", "w2", "w3");

  @TempDir private Path folder;

  private ClassifierModel model(TagScheme scheme, List<String> labels, Map<String, float[]> scores)
      throws IOException {
    TinyClassifier.write(folder, labels, scores);
    return ClassifierReader.read(
        PretrainedEncoderFolder.of(folder), new ClassifierReader.Options("en", scheme));
  }

  private static Map<String, float[]> scores(int labels, long seed) {
    Random random = new Random(seed);
    Map<String, float[]> scores = new LinkedHashMap<>();
    for (String word : SENTENCE) {
      float[] row = new float[labels];
      for (int i = 0; i < labels; i++) {
        row[i] = (float) random.nextGaussian() * 2;
      }
      scores.put(word, row);
    }
    return scores;
  }

  @ParameterizedTest
  @CsvSource({
    "IOB1, O I-A B-A I-B B-B",
    "IOB1, I-B O I-A B-A",
    "IOB2, O I-A B-A I-B B-B",
    "IOB2, B-B O I-A B-A",
    "BIOES, S-A O B-A E-A I-A S-B"
  })
  void findsTheBestLegalSequenceAndHowProbableItsEntitiesAre(TagScheme scheme, String names)
      throws IOException {
    List<String> labels = List.of(names.split(" "));
    for (long seed = 0; seed < 30; seed++) {
      Map<String, float[]> scores = scores(labels.size(), seed);
      Tagger tagger = Tagger.of(model(scheme, labels, scores));
      Map<List<Span>, Double> weights = new HashMap<>();
      double sum = 0;
      List<Span> best = null;
      for (List<String> tags : sequences(labels, SENTENCE.size())) {
        if (scheme.accepts(tags)) {
          double score = 0;
          for (int t = 0; t < tags.size(); t++) {
            score += scores.get(SENTENCE.get(t))[labels.indexOf(tags.get(t))];
          }
          List<Span> spans = TagScheme.spans(tags);
          weights.put(spans, Math.exp(score));
          sum += Math.exp(score);
          best = best == null || weights.get(spans) > weights.get(best) ? spans : best;
        }
      }

      List<Entity> found = tagger.tagSentences(List.of(SENTENCE), false).get(0).entities();

      assertThat(found.stream().map(e -> new Span(e.begin(), e.end(), e.type())).toList())
          .as("seed %d", seed)
          .isEqualTo(best);
      for (Entity entity : found) {
        Span span = new Span(entity.begin(), entity.end(), entity.type());
        double with =
            weights.entrySet().stream()
                .filter(each -> each.getKey().contains(span))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        assertThat(entity.confidence()).isCloseTo(with / sum, within(1e-5));
      }
    }
  }

  private static List<List<String>> sequences(List<String> labels, int length) {
    List<List<String>> all = List.of(List.of());
    for (int t = 0; t < length; t++) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> begun : all) {
        for (String label : labels) {
          List<String> next = new ArrayList<>(begun);
          next.add(label);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  @Test
  void plainLabelsAreThoseOfTheHighestScores() throws IOException {
    Map<String, float[]> scores = Map.of("w0", new float[] {0, 3}, "w1", new float[] {2, 1});
    Tagger tagger = Tagger.of(model(null, List.of("NOUN", "VERB"), scores));

    TaggedSentence tagged = tagger.tagSentences(List.of(List.of("w0", "w1")), true).get(0);

    assertThat(tagged.tags()).containsExactly("VERB", "NOUN");
    assertThat(tagged.marginals()[0][1]).isCloseTo((float) (1 / (1 + Math.exp(-3))), within(1e-5f));
    assertThat(tagged.entities()).isEmpty();
  }

  @Test
  void textsAreSplitAndEntitiesHaveTheirPlacesInThem() throws IOException {
    Map<String, float[]> scores =
        Map.of("ada", new float[] {0, 5, 0}, "lovelace", new float[] {0, 0, 5});
    Tagger tagger = Tagger.of(model(null, List.of("O", "B-PER", "I-PER"), scores));

    assertThat(tagger.tag("Then Ada Lovelace came."))
        .singleElement()
        .satisfies(
            entity -> {
              assertThat(entity.text()).isEqualTo("Ada Lovelace");
              assertThat(entity.type()).isEqualTo("PER");
              assertThat(entity.confidence()).isBetween(0.9, 1.0);
            });
  }

  @Test
  void aLongSentenceIsReadInWindows() throws IOException {
    TinyClassifier.write(
        folder,
        "{\"id2label\": {\"0\": \"O\", \"1\": \"B-PER\", \"2\": \"I-PER\"},"
            + " \"max_position_embeddings\": 16}",
        3,
        Map.of("ada", new float[] {0, 5, 0}, "came", new float[] {5, 0, 0}));
    Tagger tagger =
        Tagger.of(
            ClassifierReader.read(
                PretrainedEncoderFolder.of(folder), new ClassifierReader.Options("en", null)));
    List<String> sentence = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      sentence.addAll(List.of("ada", "came"));
    }

    assertThat(tagger.tagSentences(List.of(sentence), false).get(0).entities()).hasSize(100);
  }

  @Test
  void aTemperatureChangesConfidencesAndNothingElse() throws IOException {
    ClassifierModel model =
        model(null, List.of("O", "B-PER", "I-PER"), Map.of("ada", new float[] {0, 2, 0}));

    Entity sure = Tagger.of(model).tag("ada").get(0);
    Entity unsure = Tagger.of(model.withTemperature(4)).tag("ada").get(0);

    assertThat(unsure.confidence()).isLessThan(sure.confidence());
    assertThat(unsure.text()).isEqualTo(sure.text());
  }

  @Test
  void aGpuThatIsAskedForByNameIsRefusedByTheJarForProcessors() throws IOException {
    ClassifierModel model = model(null, List.of("O", "I-PER"), Map.of("ada", new float[] {0, 2}));

    assertThatThrownBy(() -> Tagger.of(model, Precision.AUTO, EncoderDevice.cuda(0)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("onnxruntime_gpu");
  }
}
