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

package org.sparkner.spark;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkner.tagger.Precision;
import org.sparkner.tags.TagScheme;

/** The params of {@link HasTaggingParams}, made for one stage. */
public final class TaggingParams {
  final Param<String> inputCol;
  final Param<String> attributeCol;
  final Param<String> entitiesCol;
  final Param<String> tagsCol;
  final Param<String> tokensCol;
  final Param<String> marginalsCol;
  final Param<String> scheme;
  final Param<String> precision;
  final IntParam batchRows;
  final IntParam batchBytes;

  TaggingParams(Params owner) {
    ParamFactory make = new ParamFactory(owner);
    inputCol =
        make.string(
            "inputCol",
            "column to read: a string is split and tokenised, an array of strings is taken as"
                + " the tokens of one sentence; a field of a struct is written with dots",
            "tokens");
    attributeCol =
        make.optionalString(
            "attributeCol",
            "column of an attribute of each token, such as its part of speech, an array of strings as"
                + " long as the tokens; for a network with attributeDimension, memm and crf");
    entitiesCol = make.string("entitiesCol", "column of the found entities", "entities");
    tagsCol =
        make.optionalString(
            "tagsCol", "column of one predicted tag a token; not made unless it is set");
    tokensCol =
        make.optionalString(
            "tokensCol", "column of the tokens with their offsets; not made unless it is set");
    marginalsCol =
        make.optionalString(
            "marginalsCol",
            "column of the posterior probability of every label for every token;"
                + " not made unless it is set");
    scheme =
        make.choice(
            "scheme",
            "scheme of tagsCol; a model of plain labels ignores it",
            TagScheme.IOB2.name(),
            TagScheme.IOB1.name(),
            TagScheme.IOB2.name(),
            TagScheme.BIOES.name());
    precision =
        make.choice(
            "precision",
            "arithmetic of the recurrent product; auto takes 8 bits where the executor gains by it",
            Precision.AUTO.toString(),
            Precision.AUTO.toString(),
            Precision.F32.toString(),
            Precision.INT8.toString());
    batchRows = make.atLeast("batchRows", "the most rows tagged together", 1, 256);
    batchBytes =
        make.atLeast(
            "batchBytes",
            "UTF-16 bytes of input after which no further row joins a batch",
            1,
            1 << 20);
  }
}
