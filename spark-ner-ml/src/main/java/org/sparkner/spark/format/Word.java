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

package org.sparkner.spark.format;

/**
 * A token of a row.
 *
 * @param text null counts as empty
 * @param sentence number of its sentence in the row
 * @param begin code point of the row's text at which it begins; -1 where there is no text
 * @param end code point after its last, likewise
 */
record Word(String text, int sentence, int begin, int end) {}
