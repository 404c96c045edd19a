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
 * What becomes a row: a sentence, or a record that is malformed.
 *
 * @param document number of its document in the file, from 0
 * @param number its number in the file, from 0
 * @param sentence null where it is malformed
 * @param corrupt the record as it stands in the file, where it is malformed; else null
 */
record SourceRow(int document, int number, SourceSentence sentence, String corrupt) {}
