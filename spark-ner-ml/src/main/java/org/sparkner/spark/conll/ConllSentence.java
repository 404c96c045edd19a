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

package org.sparkner.spark.conll;

import java.util.List;
import org.sparkner.corpus.ColumnsLine;

/**
 * A sentence of a file.
 *
 * @param document number of its document in the file, from 0
 * @param number its number in the file, from 0
 * @param tokens its token lines; null where it is malformed
 * @param lines its lines as they stand, where it is malformed; else null
 */
record ConllSentence(int document, int number, List<ColumnsLine.Token> tokens, String lines) {}
