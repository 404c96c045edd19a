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

/**
 * Estimates the weights of linear chains over features: hidden Markov models by counting,
 * maximum-entropy Markov models and conditional random fields by AdaGrad.
 *
 * <p>A <em>chain</em> scores the labels of a sentence by weights of features of each token
 * (<em>emissions</em>), of pairs of neighbouring labels (<em>transitions</em>) and of the first and
 * the last label. All linear models are saved and run as such a chain; they differ in how its
 * weights are found, and in whether each token's scores are normalised by themselves.
 *
 * <p>To add an algorithm:
 *
 * <ol>
 *   <li>Add a constant to {@link org.sparkner.model.Algorithm} with its source.
 *   <li>Give {@link org.sparkner.linear.ChainWeights} of tagged sentences. What minimises a loss by
 *       gradients implements {@code SentenceLoss} and is a method of {@link
 *       org.sparkner.linear.FeatureChain}, which has the passes, the penalty and the mean of the
 *       weights; {@code SentenceGradientTest} checks its gradient against finite differences and
 *       its loss against all sequences.
 *   <li>Choose it in {@code LinearTrainer} of {@code org.sparkner.train}, where the switch no
 *       longer compiles. Unless it is a chain whose whole sequences are normalised, or one of
 *       locally normalised scores as a MEMM's, the decoder in {@code LinearLabeler} of {@code
 *       org.sparkner.tagger} has to know it too.
 *   <li>Describe it in docs/LINEAR.md.
 * </ol>
 *
 * <p>What finds labels with the weights is in {@code tagger}; corpora and validation are the
 * concern of {@code train}.
 */
package org.sparkner.linear;
