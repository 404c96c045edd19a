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

package org.sparkner.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparkner.corpus.CorpusFormat;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.eval.EntityEvaluation;
import org.sparkner.eval.SpanReading;
import org.sparkner.model.ModelReader;
import org.sparkner.model.NerModel;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.Tagger;
import org.sparkner.tags.TagScheme;

/**
 * What reduced precision changes: F1, tags, entities, confidences and marginals of a model over
 * labelled sentences, beside those in single precision.
 *
 * <p>Arguments: a model's directory and a file of CoNLL columns.
 */
public final class PrecisionComparison {
  private static final int CALL = 1024;

  private final List<LabeledSentence> gold;
  private final TagScheme scheme;
  private final EntityEvaluation single = new EntityEvaluation(SpanReading.CONLLEVAL);
  private final EntityEvaluation reduced = new EntityEvaluation(SpanReading.CONLLEVAL);
  private long tokens;
  private long changedTags;
  private long entities;
  private long changedEntities;
  private double largestConfidenceChange;
  private double sumOfConfidenceChanges;
  private double largestMarginalChange;

  PrecisionComparison(NerModel model, List<LabeledSentence> gold) {
    this.gold = gold;
    scheme = model.labels().scheme();
    Tagger before = Tagger.of(model, Precision.F32);
    Tagger after = Tagger.of(model, Precision.INT8);
    for (int from = 0; from < gold.size(); from += CALL) {
      int to = Math.min(gold.size(), from + CALL);
      List<List<String>> sentences =
          gold.subList(from, to).stream().map(LabeledSentence::tokens).toList();
      compare(from, before.tagSentences(sentences, true), after.tagSentences(sentences, true));
    }
  }

  private void compare(int from, List<TaggedSentence> before, List<TaggedSentence> after) {
    for (int i = 0; i < before.size(); i++) {
      List<String> expected = scheme.convert(gold.get(from + i).tags());
      single.add(expected, before.get(i).tags());
      reduced.add(expected, after.get(i).tags());
      compare(before.get(i), after.get(i));
    }
  }

  private void compare(TaggedSentence before, TaggedSentence after) {
    for (int t = 0; t < before.tags().size(); t++) {
      tokens++;
      changedTags += before.tags().get(t).equals(after.tags().get(t)) ? 0 : 1;
      for (int j = 0; j < before.marginals()[t].length; j++) {
        double change = Math.abs(before.marginals()[t][j] - after.marginals()[t][j]);
        largestMarginalChange = Math.max(largestMarginalChange, change);
      }
    }
    Map<String, Entity> kept = new HashMap<>();
    after.entities().forEach(entity -> kept.put(place(entity), entity));
    for (Entity entity : before.entities()) {
      entities++;
      Entity same = kept.get(place(entity));
      if (same == null) {
        changedEntities++;
      } else {
        double change = Math.abs(same.confidence() - entity.confidence());
        largestConfidenceChange = Math.max(largestConfidenceChange, change);
        sumOfConfidenceChanges += change;
      }
    }
  }

  private static String place(Entity entity) {
    return entity.begin() + " " + entity.end() + " " + entity.type();
  }

  /** Points of F1 that are lost, of 100. */
  double lostF1() {
    return 100 * (single.scores().f1() - reduced.scores().f1());
  }

  long changedTags() {
    return changedTags;
  }

  private String report() {
    return String.format(
        Locale.ROOT,
        """
        F1 in single precision       %.2f
        F1 in 8 bits                 %.2f
        changed tags                 %d of %d
        changed entities             %d of %d
        confidence, largest change   %.4f
        confidence, mean change      %.5f
        marginals, largest change    %.4f
        """,
        100 * single.scores().f1(),
        100 * reduced.scores().f1(),
        changedTags,
        tokens,
        changedEntities,
        entities,
        largestConfidenceChange,
        sumOfConfidenceChanges / Math.max(1, entities - changedEntities),
        largestMarginalChange);
  }

  public static void main(String[] arguments) {
    NerModel model = ModelReader.read(Path.of(arguments[0]));
    List<LabeledSentence> gold =
        CorpusReader.readAll(Path.of(arguments[1]), CorpusFormat.named("conll"));
    System.out.print(new PrecisionComparison(model, gold).report());
  }
}
