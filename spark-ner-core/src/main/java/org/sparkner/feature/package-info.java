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
 * Features of tokens for linear models.
 *
 * <p>A <em>property</em> of a word follows from its characters alone, such as its shape or its last
 * three letters. A <em>template</em> names properties of words at places relative to a token, as
 * {@code lower[-1]|shape[0]}. A <em>feature</em> is a template with values, as {@code
 * lower[-1]|shape[0]=new|Xx}; a model has a weight for each of its features and labels. Features
 * are found by 64-bit <em>fingerprints</em> of their names, which follow from those of their parts,
 * so that tagging builds no string. Other features come from gazetteers ({@link
 * org.sparkner.feature.PhraseFeatures}) and from the attribute that stands beside a token ({@link
 * org.sparkner.feature.AttributeFeatures}).
 *
 * <p>To add a property of words:
 *
 * <ol>
 *   <li>Add a constant to {@code WordProperty.Kind} with its description, and its value to {@code
 *       WordProperty.of}. Its name in templates is the constant's in lower case. A value may be
 *       null, where a word has none.
 *   <li>Name it in the error of {@code WordProperty.parse} and in docs/LINEAR.md.
 *   <li>Show its values in {@code WordPropertyTest}.
 * </ol>
 *
 * <p>To add features that no template can name, because they follow from the sentence or from a
 * resource:
 *
 * <ol>
 *   <li>Write a class beside {@code PhraseFeatures} with two methods that agree: {@code names} of
 *       each token for training, and {@code score}, which adds the same features' weights by their
 *       fingerprints.
 *   <li>Call the first in {@code LinearTrainer} of {@code org.sparkner.train} and the second in
 *       {@code LinearLabeler} of {@code org.sparkner.tagger}.
 *   <li>Keep what they need in the {@link org.sparkner.lexicon.Lexicon}, so that it is saved with
 *       the model.
 *   <li>Hold the two methods against each other, as {@code PhraseFeaturesTest} does.
 * </ol>
 *
 * <p>Knows neither models on disk nor training.
 */
package org.sparkner.feature;
