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
import org.sparkner.tags.Span;

/**
 * What was found in a sentence.
 *
 * @param path a label id a token
 * @param spans the entities, in order
 * @param confidences posterior probability of each
 * @param marginals [token][label]; null unless asked for
 * @param paths how probable all label sequences are; null unless asked for
 */
record Labeling(
    int[] path,
    List<Span> spans,
    double[] confidences,
    float[][] marginals,
    PathPosteriors paths) {}
