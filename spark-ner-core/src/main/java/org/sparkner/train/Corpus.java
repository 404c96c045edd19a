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

import org.sparkner.lexicon.WordCounts;

/**
 * What the driver of a training across machines knows of the training data.
 *
 * @param survey of all sentences
 * @param words of all sentences, in their order
 * @param fingerprint 64 hexadecimal digits; equal for equal data
 */
public record Corpus(CorpusSurvey survey, WordCounts words, String fingerprint) {}
