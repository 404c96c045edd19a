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

package org.sparkner.spark.data;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Which columns hold the data to train on, and how it is read and parted.
 *
 * @param inputCol column of tokens or of text
 * @param labelCol column of tags where the input is tokens, of spans where it is text
 * @param validationCol column that marks the rows to validate on; null for none
 * @param attributeCol column of attributes of the tokens; null for none
 * @param weightCol column of how much a row counts; null where all count once
 * @param latentTypesCol column of the types that were not annotated; null where all were
 * @param language BCP 47 tag of the text, which chooses the tokeniser
 * @param refuseMisaligned whether a span that does not fit the tokens is an error, rather than a
 *     warning
 * @param validationFraction share of the sentences to validate on where no column marks them, 0 to
 *     below 1
 * @param seed of the choice of these
 */
@RecordBuilder
public record DataOptions(
    String inputCol,
    String labelCol,
    String validationCol,
    String attributeCol,
    String weightCol,
    String latentTypesCol,
    String language,
    boolean refuseMisaligned,
    double validationFraction,
    long seed) {}
