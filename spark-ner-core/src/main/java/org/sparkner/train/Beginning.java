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

import java.util.List;
import org.sparkner.contextual.ContextualEncoder;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.Affixes;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.LexiconBuilder;
import org.sparkner.lexicon.TrainingLexicon;
import org.sparkner.lexicon.VectorCoverage;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Architecture;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NetworkSizes;
import org.sparkner.network.TaggerNetwork;
import org.sparkner.network.WordTable;

/**
 * What a run begins with once its data has been surveyed.
 *
 * @param trainedRows words of the training data that the lexicon knows
 * @param learner with initial weights
 */
record Beginning(RunIdentity identity, int trainedRows, Learner learner) {
  /** Builds lexicon and network, and tells the listener what the survey found. */
  static Beginning of(
      TrainingOptions options,
      Corpus corpus,
      List<LabeledSentence> valid,
      WordVectors vectors,
      TrainingListener listener) {
    CorpusSurvey survey = corpus.survey();
    survey.requireSentences();
    if (options.architecture().features().attributeDimension() > 0) {
      survey.requireAttributes(valid);
    }
    TrainingLexicon lexicon =
        LexiconBuilder.build(corpus.words(), vectors, options.maxVectors(), options.seed());
    VectorCoverage coverage = vectors.words().isEmpty() ? null : lexicon.coverage();
    listener.onStart(survey.report(corpus.words().size(), lexicon.unknownRate(), coverage, valid));
    Architecture architecture = architecture(options, vectors);
    RunIdentity identity =
        new RunIdentity(
            options,
            architecture,
            survey.labels(),
            withResources(lexicon.lexicon(), options, corpus),
            coverage,
            survey.scheme(),
            survey.sentences(),
            survey.tokens(),
            corpus.fingerprint());
    int trainable = options.fineTune() ? lexicon.trainedRows() + 1 : 0;
    WordTable words =
        new WordTable(
            lexicon.table(options.vectorChannels()),
            architecture.wordDimension(),
            trainable,
            vectors.dimension());
    TaggerNetwork network =
        new TaggerNetwork(
            NetworkSizes.of(architecture, identity.lexicon()),
            identity.labels(),
            words,
            options.dropout(),
            options.seed());
    return new Beginning(
        identity, lexicon.trainedRows(), new Learner(network, words, options, options.seed()));
  }

  private static Architecture architecture(TrainingOptions options, WordVectors vectors) {
    Architecture sizes = options.architecture();
    int types = options.gazetteers().types().size();
    ContextualEncoder encoder = options.contextual();
    return sizes
        .withWordDimension(options.vectorChannels() * vectors.dimension())
        .withFeatures(
            sizes
                .features()
                .withGazetteerTypes(types)
                .withContextual(encoder == null ? null : encoder.vectors()));
  }

  private static Lexicon withResources(Lexicon lexicon, TrainingOptions options, Corpus corpus) {
    InputFeatures features = options.architecture().features();
    Lexicon known = lexicon.withGazetteers(options.gazetteers());
    if (features.affixDimension() > 0) {
      known = known.withAffixes(Affixes.of(corpus.words(), options.affixMinimumCount()));
    }
    return features.attributeDimension() > 0
        ? known.withAttributeValues(corpus.survey().attributeValues())
        : known;
  }
}
