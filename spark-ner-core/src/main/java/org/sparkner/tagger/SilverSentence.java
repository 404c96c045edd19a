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
import org.sparkner.tags.PathDistribution;

/**
 * What a tagger thinks of a sentence, as a student learns it.
 *
 * @param tokens at least one
 * @param begin tokens before it in its document
 * @param tags a label a token, in BIOES or plain, a legal sequence
 * @param confidence posterior probability of all tags together, in [0, 1]
 * @param paths how probable all legal label sequences are, by the ids of the tagger's labels
 */
public record SilverSentence(
    List<String> tokens, int begin, List<String> tags, double confidence, PathDistribution paths) {}
