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

package org.sparkner.feature;

/**
 * What a word adds to the emissions around it.
 *
 * @param sums for each place of the word relative to a token, first to last, the K summed weights
 *     of its features; null where it has none
 * @param fingerprints of the attributes that conjunctions want
 * @param powers of their lengths; odd, or 0 where the word has no such attribute
 */
public record WordScores(float[][] sums, long[] fingerprints, long[] powers) {}
