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

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkner.corpus.CorpusFormat;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.model.NeuralModel;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;

/** The tagger and the graph on the sentences of the sample data, with weights nobody trained. */
class GraphAgreementTest {
  private static final List<List<String>> SENTENCES =
      CorpusReader.readAll(
              Path.of("../sample-data/wikigold/dev.conll"), CorpusFormat.named("conll"))
          .stream()
          .limit(100)
          .map(LabeledSentence::tokens)
          .toList();
  private static final NeuralModel MODEL = BenchmarkText.modelFor(SENTENCES);
  private static final GraphAgreement AGREEMENT = new GraphAgreement(MODEL, SENTENCES);

  @ParameterizedTest
  @EnumSource
  void tagsAreTheGraphsAndConfidencesAgreeOnAnyNumberOfThreads(
      GraphAgreement.Composition composition) {
    Tagger tagger = Tagger.of(MODEL, Precision.F32);
    for (int threads : new int[] {1, 2, 4}) {
      GraphAgreement.Difference difference = AGREEMENT.compare(tagger, composition, threads);
      assertThat(difference.tags()).as("%d threads", threads).isZero();
      assertThat(difference.confidence()).isLessThan(GraphAgreement.TOLERANCE);
    }
    assertThat(AGREEMENT.entities()).as("entities compared").isGreaterThan(100);
  }

  @Test
  void anotherModelDiffers() {
    Tagger other = Tagger.of(BenchmarkText.modelFor(SENTENCES.subList(0, 20)), Precision.F32);

    assertThat(AGREEMENT.compare(other, GraphAgreement.Composition.WHOLE, 1).isNone()).isFalse();
  }
}
