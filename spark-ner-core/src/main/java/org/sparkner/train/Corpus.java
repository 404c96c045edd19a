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

package org.sparkner.train;

import java.util.ArrayList;
import java.util.List;
import org.sparkner.corpus.CorpusFingerprint;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.WordCounts;

/**
 * What a training knows of all its data before it begins.
 *
 * @param survey of all sentences
 * @param words of all sentences, in their order
 * @param fingerprint 64 hexadecimal digits; equal for equal data
 */
public record Corpus(CorpusSurvey survey, WordCounts words, String fingerprint) {
  /**
   * Reads sentences that are all here.
   *
   * @param valid sentences to look out for among those to train on
   */
  public static Corpus of(List<LabeledSentence> train, List<LabeledSentence> valid) {
    List<List<String>> tokens = new ArrayList<>(train.size());
    train.forEach(sentence -> tokens.add(sentence.tokens()));
    return new Corpus(
        CorpusSurvey.of(train, valid), WordCounts.of(tokens), CorpusFingerprint.of(train));
  }
}
