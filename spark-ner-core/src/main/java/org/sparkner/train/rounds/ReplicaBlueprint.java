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

package org.sparkner.train.rounds;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sparkner.device.Device;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.NetworkSizes;
import org.sparkner.network.NetworkBackend;
import org.sparkner.network.TaggerNetwork;
import org.sparkner.network.WordTable;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;
import org.sparkner.train.Learner;
import org.sparkner.train.LearningEncoder;
import org.sparkner.train.LearningRates;
import org.sparkner.train.ShardIndexer;
import org.sparkner.train.TrainingLibrary;
import org.sparkner.train.TrainingOptions;

/**
 * What a worker needs to know to build its replica of the network, which has no weights yet.
 *
 * @param options of the training; the word dimension is that of the vectors
 * @param averaging how the replicas are brought together
 * @param scheme of the labels, BIOES or plain
 * @param labels in the order of their ids
 * @param characterIds ids of characters, padding and unknown among them
 * @param affixes that the lexicon knows
 * @param attributeValues attributes that the lexicon knows
 * @param wordRows rows of the word table that the training data touches, the unknown word's first
 */
public record ReplicaBlueprint(
    TrainingOptions options,
    AveragingOptions averaging,
    TagScheme scheme,
    List<String> labels,
    int characterIds,
    int affixes,
    int attributeValues,
    int wordRows)
    implements Serializable {

  /**
   * Whether a worker needs whole documents: those of a document go to one worker then, in their
   * order and with their contexts.
   */
  public boolean readsDocuments() {
    return options.contextual() != null && options.contextual().vectors().wholeDocument();
  }

  /** The same without the encoder's weights, which are not needed to index sentences. */
  public ReplicaBlueprint forIndexing() {
    PretrainedEncoder encoder = options.contextual();
    return encoder == null ? this : withContextual(encoder.withGraph(new byte[0]));
  }

  /** Where an encoder that does not learn is to compute; empty if there is none. */
  public Optional<EncoderDevice> readsOn() {
    return Optional.ofNullable(options.readingEncoder()).map(PretrainedEncoder::device);
  }

  /**
   * The same for replicas in this JVM, whose encoder, which does not learn, keeps as many vectors
   * as in a training here.
   *
   * @param device that the encoder computes on
   */
  public ReplicaBlueprint readingOn(EncoderDevice device) {
    return withContextual(options.readingEncoder().keepingForTraining().on(device));
  }

  private ReplicaBlueprint withContextual(PretrainedEncoder encoder) {
    return new ReplicaBlueprint(
        options.withContextual(encoder),
        averaging,
        scheme,
        labels,
        characterIds,
        affixes,
        attributeValues,
        wordRows);
  }

  /**
   * Makes the shards of workers.
   *
   * @param lexicon the training's, or its part that the training data touches
   */
  public ShardIndexer indexer(Lexicon lexicon) {
    return new ShardIndexer(options, labelSet(), lexicon);
  }

  LabelSet labelSet() {
    return LabelSet.of(scheme, labels);
  }

  private NetworkBackend backend() {
    return TrainingLibrary.backend(options.recipe());
  }

  /**
   * The device of a worker's replica, which this thread computes on from now on.
   *
   * @param address of the GPU that the worker is given; null if none is
   * @throws org.sparkner.error.UsageException if it cannot be had
   */
  public Device use(String address) {
    Device device = Device.of(options.recipe().trainingDevice(), address);
    backend().use(device);
    return device;
  }

  /** The learning rates of the epoch of a round. */
  LearningRates rates(Round round) {
    return new LearningRates(options.recipe(), averaging.rateFactor(), round.count());
  }

  /** Rows of the word table that learn. */
  int trainable() {
    return options.recipe().fineTuneVectors() && options.architecture().wordDimension() > 0
        ? wordRows
        : 0;
  }

  /** The seed of a worker; that of the first is the training's, so that alone it is the trainer. */
  long seed(int worker) {
    return options.recipe().seed() + worker * 0x9E3779B97F4A7C15L;
  }

  /** The seed that several workers order their batches by; one alone has the trainer's order. */
  OptionalLong orderSeed() {
    return averaging.workers() > 1
        ? OptionalLong.of(options.recipe().seed())
        : OptionalLong.empty();
  }

  /** A learner of this worker's own dropout, with words that {@code table} holds. */
  Learner learner(int worker, float[] table, Device device) {
    int dimension = options.architecture().wordDimension();
    WordTable words =
        new WordTable(table, dimension, trainable(), dimension / options.recipe().vectorChannels());
    TaggerNetwork network =
        backend()
            .network(
                new NetworkSizes(
                    options.architecture(), wordRows, characterIds, affixes, attributeValues),
                labelSet(),
                words,
                options.recipe().dropout(),
                seed(worker),
                device);
    return new Learner(
        network, words, LearningEncoder.open(options, device, seed(worker)), options, seed(worker));
  }
}
