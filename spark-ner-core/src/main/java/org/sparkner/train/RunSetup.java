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

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.sparkner.corpus.CorpusFingerprint;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.device.Device;
import org.sparkner.lexicon.Affixes;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.LexiconBuilder;
import org.sparkner.lexicon.TrainingLexicon;
import org.sparkner.lexicon.VectorCoverage;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Architecture;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NerModel;
import org.sparkner.model.NetworkSizes;
import org.sparkner.network.TaggerNetwork;
import org.sparkner.network.WordTable;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.LabelSet;

/**
 * What a run begins with once its data has been surveyed: the network with its initial weights, and
 * what the model will say of itself.
 */
public final class RunSetup {
  private final RunIdentity identity;
  private final Learner learner;
  private final List<LabeledSentence> valid;
  private final String key;
  private final TrainingListener listener;

  private RunSetup(
      RunIdentity identity,
      Learner learner,
      List<LabeledSentence> valid,
      String key,
      TrainingListener listener) {
    this.identity = identity;
    this.learner = learner;
    this.valid = valid;
    this.key = key;
    this.listener = listener;
  }

  /**
   * Builds lexicon and network, and tells the listener what the survey found.
   *
   * @param valid sentences to choose the best epoch by
   * @throws org.sparkner.error.BadDataException if the data cannot be trained on
   * @throws org.sparkner.error.UsageException if the encoder is to learn and cannot
   */
  public static RunSetup of(
      TrainingOptions chosen,
      Corpus corpus,
      List<LabeledSentence> valid,
      WordVectors vectors,
      TrainingListener listener) {
    TrainingOptions options = LearningEncoder.windowed(chosen);
    CorpusSurvey survey = corpus.survey();
    survey.requireSentences();
    survey.requireAgreement();
    if (options.architecture().features().attributeDimension() > 0) {
      survey.requireAttributes(valid);
    }
    TrainingLexicon lexicon = lexicon(options, corpus, vectors);
    VectorCoverage coverage = vectors.words().isEmpty() ? null : lexicon.coverage();
    listener.onStart(survey.report(corpus.words().size(), lexicon.unknownRate(), coverage, valid));
    Architecture architecture = architecture(options, vectors);
    RunIdentity identity =
        RunIdentityBuilder.builder()
            .options(options)
            .architecture(architecture)
            .labels(survey.labels())
            .lexicon(withResources(lexicon.lexicon(), options, corpus))
            .trainedRows(lexicon.trainedRows())
            .coverage(coverage)
            .sourceScheme(survey.scheme())
            .sentences(survey.sentences())
            .tokens(survey.tokens())
            .fingerprint(corpus.fingerprint())
            .build();
    boolean learns = options.recipe().fineTuneVectors() && vectors.dimension() > 0;
    int trainable = learns ? lexicon.trainedRows() + 1 : 0;
    WordTable words =
        new WordTable(
            lexicon.table(options.recipe().vectorChannels()),
            architecture.wordDimension(),
            trainable,
            vectors.dimension());
    Device device = Device.of(options.recipe().trainingDevice(), null);
    TaggerNetwork network =
        TrainingLibrary.backend(options.recipe())
            .network(
                NetworkSizes.of(architecture, identity.lexicon()),
                identity.labels(),
                words,
                options.recipe().dropout(),
                options.recipe().seed(),
                device);
    return new RunSetup(
        identity,
        new Learner(
            network,
            words,
            LearningEncoder.open(options, device, options.recipe().seed()),
            options,
            options.recipe().seed()),
        valid,
        identity.key(CorpusFingerprint.of(valid), vectors),
        listener);
  }

  RunIdentity identity() {
    return identity;
  }

  /** How to train, with the sizes of the network and the encoder's window that follow from data. */
  public TrainingOptions options() {
    return identity.options().withArchitecture(identity.architecture());
  }

  /** Sizes of the network, with those that follow from vectors and resources. */
  public Architecture architecture() {
    return identity.architecture();
  }

  /** The labels found in the data. */
  public LabelSet labels() {
    return identity.labels();
  }

  /** The lexicon of the model. */
  public Lexicon lexicon() {
    return identity.lexicon();
  }

  /** Words of the training data that the lexicon knows; they are its first. */
  public int trainedRows() {
    return identity.trainedRows();
  }

  /** Sentences as this run learns from them on this machine. */
  IndexedShard shard(List<LabeledSentence> train) {
    ShardIndexer indexer =
        new ShardIndexer(options(), labels(), lexicon().withFirstWords(trainedRows()));
    train.forEach(indexer::add);
    return indexer.shard();
  }

  /** The learner, with initial weights. */
  public Learner learner() {
    return learner;
  }

  /**
   * Has the learner learn, gives the model of the best epoch, and closes the learner.
   *
   * @param steps leave their effect in the {@link #learner}
   * @param keyParts what else a resumed run must have in common with the one that wrote its
   *     checkpoint, each as {@code name=value}
   * @throws org.sparkner.error.UsageException if the checkpoint is of another run
   * @throws org.sparkner.error.InterruptedRunException if the thread is interrupted; the checkpoint
   *     is up to date then
   */
  public NerModel run(Steps steps, Checkpointing checkpointing, String... keyParts) {
    String runKey =
        String.join(" ", Stream.concat(Stream.of(key), Arrays.stream(keyParts)).toList());
    try (learner) {
      return new TrainingRun(identity, learner, steps, listener)
          .complete(new Validation(valid), checkpointing, runKey);
    }
  }

  private static TrainingLexicon lexicon(
      TrainingOptions options, Corpus corpus, WordVectors vectors) {
    TrainingLexicon lexicon =
        LexiconBuilder.build(
            corpus.words(),
            vectors,
            options.recipe().maxVectors(),
            Augmentation.of(options.recipe()).cases(),
            options.recipe().seed());
    return vectors.dimension() == 0 ? lexicon.withoutWords() : lexicon;
  }

  private static Architecture architecture(TrainingOptions options, WordVectors vectors) {
    Architecture sizes = options.architecture();
    int types = options.gazetteers().types().size();
    PretrainedEncoder encoder = options.contextual();
    return sizes
        .withWordDimension(options.recipe().vectorChannels() * vectors.dimension())
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
      known = known.withAffixes(Affixes.of(corpus.words(), options.recipe().minimumAffixCount()));
    }
    return features.attributeDimension() > 0
        ? known.withAttributeValues(corpus.survey().attributeValues())
        : known;
  }
}
