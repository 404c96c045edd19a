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
 * Makes saved models small: words are pruned by use ({@link org.sparkner.compress.WordUse}), the
 * vectors of the others are rounded to 8 or 4 bits, and those of words that were pruned come from
 * their n-grams, fitted to the vectors that the model had ({@link
 * org.sparkner.compress.SubwordFit}). What comes out is a model like any other.
 *
 * <p>Only what makes compressed models is here; {@code model} reads and writes them, and {@code
 * tagger} runs them.
 */
package org.sparkner.compress;
