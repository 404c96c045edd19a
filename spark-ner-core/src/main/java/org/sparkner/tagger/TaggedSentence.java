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

package org.sparkner.tagger;

import java.util.List;

/**
 * What the tagger found in a sentence whose tokens were given.
 *
 * @param tags a label a token, in the model's own scheme (BIOES or plain)
 * @param entities with token indices; empty for a model of plain labels
 * @param marginals [token][label] posterior probabilities in the order of the model's label set;
 *     null unless asked for
 */
public record TaggedSentence(List<String> tags, List<Entity> entities, float[][] marginals) {}
