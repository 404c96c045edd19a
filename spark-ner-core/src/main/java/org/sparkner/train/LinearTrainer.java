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
import java.util.Map;
import org.sparkner.corpus.CorpusFingerprint;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.UsageException;
import org.sparkner.feature.AttributeFeatures;
import org.sparkner.feature.FeatureTemplate;
import org.sparkner.feature.PhraseFeatures;
import org.sparkner.lexicon.AttributeValues;
import org.sparkner.lexicon.WordCounts;
import org.sparkner.linear.ChainWeights;
import org.sparkner.linear.FeatureChain;
import org.sparkner.linear.HiddenMarkov;
import org.sparkner.linear.TaggedTokens;
import org.sparkner.model.Algorithm;
import org.sparkner.model.LinearModel;
import org.sparkner.model.NerModel;
import org.sparkner.model.TrainingSummary;
import org.sparkner.model.TrainingSummaryBuilder;
import org.sparkner.tags.GoldLabels;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.LatentLabels;
import org.sparkner.tags.TagSpelling;

/**
 * Trains a linear model on one machine. The same data and options give the same weights. There are
 * no checkpoints: it takes minutes.
 */
public final class LinearTrainer {
  private final LinearOptions options;
  private final TagReading tags;

  /** Reads chunk tags in whatever spelling. */
  public LinearTrainer(LinearOptions options) {
    this(options, TagReading.DETECT);
  }

  /**
   * @param tags what the tags of the data are taken for
   */
  public LinearTrainer(LinearOptions options, TagReading tags) {
    this.options = options;
    this.tags = tags;
  }

  /**
   * Trains. An interrupt of the thread ends the run.
   *
   * @param train labelled sentences in any scheme
   * @param valid sentences to score the model on; they change nothing
   * @throws org.sparkner.error.BadDataException if the data cannot be trained on
   * @throws InterruptedRunException if the thread is interrupted
   */
  public NerModel train(
      List<LabeledSentence> train, List<LabeledSentence> valid, TrainingListener listener) {
    TagSpelling spelling = tags.spelling(train);
    return trainRead(
        TagReading.read(train, spelling), TagReading.readLike(valid, spelling), listener);
  }

  private NerModel trainRead(
      List<LabeledSentence> train, List<LabeledSentence> valid, TrainingListener listener) {
    refusePartialLabels(train);
    CorpusSurvey survey = CorpusSurvey.of(train, valid);
    survey.requireSentences();
    if (options.readsAttributes()) {
      survey.requireAttributes(valid);
    }
    AttributeValues attributeValues =
        options.readsAttributes() ? survey.attributeValues() : AttributeValues.NONE;
    int vocabulary = WordCounts.of(train.stream().map(LabeledSentence::tokens).toList()).size();
    listener.onStart(survey.report(vocabulary, Double.NaN, null, valid));
    LabelSet labels = survey.labels();
    PassReports reports = new PassReports(options, survey, listener);
    ChainWeights weights = estimate(index(train, attributeValues, labels), labels, reports);
    TrainingSummary summary =
        TrainingSummaryBuilder.builder()
            .language(options.recipe().language())
            .sourceScheme(survey.scheme().name())
            .trainingSentences(survey.sentences())
            .trainingTokens(survey.tokens())
            .trainingFingerprint(CorpusFingerprint.of(train))
            .seed(options.recipe().seed())
            .epoch(reports.done())
            .metrics(Map.of())
            .build();
    LinearModel model =
        new LinearModel(
            options.algorithm(),
            templates(),
            labels,
            weights
                .lexicon()
                .withGazetteers(options.gazetteers())
                .withAttributeValues(attributeValues),
            weights.tensors(),
            summary);
    Validation validation = new Validation(valid);
    if (validation.isEmpty()) {
      reports.finish(Validation.Result.NONE);
      listener.onEnd(summary);
      return model;
    }
    Validation.Result score = validation.score(model);
    reports.finish(score);
    TrainingSummary scored = summary.withMetrics(score.metrics());
    listener.onEnd(scored);
    return model.withTraining(scored);
  }

  private void refusePartialLabels(List<LabeledSentence> train) {
    if (options.algorithm() != Algorithm.CRF
        && train.stream().anyMatch(sentence -> !sentence.supervision().isFull())) {
      throw new UsageException(
          "Algorithm "
              + options.algorithm()
              + " counts every sentence once and takes its labels as they are, but some of the"
              + " training data is weighted, or annotated for some types only; train with algorithm"
              + " crf or neural.");
    }
  }

  private List<FeatureTemplate> templates() {
    return options.algorithm() == Algorithm.HMM ? HiddenMarkov.templates() : options.templates();
  }

  private ChainWeights estimate(
      List<TaggedTokens> sentences, LabelSet labels, PassReports reports) {
    FeatureChain chain =
        new FeatureChain(
            options.templates(),
            options.linear().minimumFeatureCount(),
            options.linear().l2(),
            options.linear().passes(),
            options.recipe().seed());
    try {
      return switch (options.algorithm()) {
        case HMM -> HiddenMarkov.estimate(sentences, labels);
        case MEMM -> chain.maximumEntropy(sentences, labels, reports);
        case CRF -> chain.conditionalRandomField(sentences, labels, reports);
        case NEURAL, CLASSIFIER -> throw new IllegalStateException();
      };
    } catch (InterruptedException e) {
      throw new InterruptedRunException(
          "The training was interrupted in pass "
              + (reports.passes() + 1)
              + "; linear models keep no checkpoint, start it again.");
    }
  }

  private List<TaggedTokens> index(
      List<LabeledSentence> train, AttributeValues attributeValues, LabelSet labels) {
    PhraseFeatures phrases = new PhraseFeatures(options.gazetteers());
    AttributeFeatures attributes = new AttributeFeatures(attributeValues);
    List<TaggedTokens> indexed = new ArrayList<>(train.size());
    for (LabeledSentence sentence : train) {
      List<String> tags = labels.scheme().convert(sentence.tags());
      List<List<String>> features = phrases.names(sentence.tokens());
      attributes.addNames(sentence.attributes(), features);
      GoldLabels gold =
          GoldLabels.of(
              labels.encode(tags),
              LatentLabels.of(labels, sentence.supervision().latentTypes()),
              (float) sentence.supervision().weight());
      indexed.add(new TaggedTokens(sentence.tokens(), gold, features));
    }
    return indexed;
  }
}
