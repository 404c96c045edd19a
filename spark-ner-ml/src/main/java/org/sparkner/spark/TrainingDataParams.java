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

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** The params of {@link HasTrainingDataParams}, made for one stage. */
public final class TrainingDataParams {
  static final String REPORT = "report";
  public static final String FAIL = "fail";

  final Param<String> labelCol;
  final Param<String> validationIndicatorCol;
  final DoubleParam validationFraction;
  final Param<String> misalignedSpans;
  final Param<String> vectorsPath;
  final Param<String> gazetteersPath;
  final BooleanParam gazetteerIgnoreCase;
  final Param<String> contextualEncoder;
  final Param<String> contextualOutput;
  final Param<String> checkpointDir;
  final BooleanParam resume;

  TrainingDataParams(Params owner) {
    ParamFactory make = new ParamFactory(owner);
    labelCol =
        make.string(
            "labelCol",
            "gold column: an array of tags in any scheme where inputCol holds tokens; an array of"
                + " structs of begin, end and type, in code points, where it holds text",
            "tags");
    validationIndicatorCol =
        make.optionalString(
            "validationIndicatorCol", "boolean column, true for the rows to validate on");
    validationFraction =
        make.belowOne(
            "validationFraction",
            "share of the sentences to validate on where validationIndicatorCol is not set;"
                + " with 0 the last epoch's model is taken",
            0.1);
    misalignedSpans =
        make.choice(
            "misalignedSpans",
            "what happens to spans that do not begin and end with a token, or overlap: report logs"
                + " each and widens it to whole tokens or leaves it out; fail ends the fit",
            REPORT,
            REPORT,
            FAIL);
    vectorsPath =
        make.optionalString(
            "vectorsPath",
            "file of pretrained word vectors, on any Hadoop file system; read on the driver");
    gazetteersPath =
        make.optionalString(
            "gazetteersPath",
            "directory of files of one phrase a line, each of the type that it is named for, on any"
                + " Hadoop file system; read on the driver");
    gazetteerIgnoreCase =
        make.flag(
            "gazetteerIgnoreCase",
            "whether the phrases of gazetteersPath are found in upper and lower case alike",
            false);
    contextualEncoder =
        make.optionalString(
            "contextualEncoder",
            "directory of a pretrained transformer encoder, model.onnx with vocab.txt, whose vectors"
                + " of tokens the network reads, on any Hadoop file system; read on the driver");
    contextualOutput =
        make.optionalString(
            "contextualOutput",
            "name of the output of contextualEncoder that is read, such as that of an inner layer;"
                + " without, the last layer's");
    checkpointDir =
        make.optionalString(
            "checkpointDir", "directory that checkpoints are kept in, on any Hadoop file system");
    resume = make.flag("resume", "whether to go on from a checkpoint of this very run", false);
  }
}
