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

package org.sparkner.spark.tagging;

import java.util.List;
import org.sparkner.tagger.Entity;

/**
 * What was found in a row.
 *
 * @param values of the output columns, as Spark keeps them
 * @param characters UTF-16 units of the text; 0 where the input is tokens
 * @param sentences how many it has
 * @param tokens how many it has
 * @param unknownWords how many of them the model does not know
 * @param entities in order
 */
record TaggedRow(
    Object[] values,
    long characters,
    int sentences,
    int tokens,
    int unknownWords,
    List<Entity> entities) {}
