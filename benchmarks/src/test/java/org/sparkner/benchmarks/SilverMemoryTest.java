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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sparkner.corpus.CorpusFormat;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.model.NeuralModel;

class SilverMemoryTest {
  @Test
  void sentencesOfATeacherTakeTheirListsIdsAndProbabilities() {
    List<List<String>> sentences =
        CorpusReader.readAll(
                Path.of("../sample-data/wikigold/dev.conll"), CorpusFormat.named("conll"))
            .stream()
            .limit(100)
            .map(LabeledSentence::tokens)
            .toList();
    List<List<String>> all =
        Collections.nCopies(20, sentences).stream().flatMap(List::stream).toList();

    NeuralModel teacher = BenchmarkText.modelFor(sentences);
    // What is loaded once is neither the sentences' nor their ids'.
    SilverMemory.of(teacher, sentences);
    SilverMemory memory = middleOfThree(teacher, all);

    assertThat(memory.sentences()).isEqualTo(all.size());
    // Two references a token at least, and no more probabilities than labels have pairs.
    assertThat(memory.sentenceBytes() / memory.tokens()).isBetween(8L, 2_000L);
    // Four ids of four bytes.
    assertThat(memory.indexBytes() / memory.tokens()).isBetween(12L, 200L);
    assertThat(memory.toString()).contains("tokens=" + memory.tokens());
  }

  /** What others in this JVM had left behind may have been collected while one was measured. */
  private static SilverMemory middleOfThree(NeuralModel teacher, List<List<String>> sentences) {
    return Stream.generate(() -> SilverMemory.of(teacher, sentences))
        .limit(3)
        .sorted(Comparator.comparingLong(SilverMemory::indexBytes))
        .toList()
        .get(1);
  }
}
