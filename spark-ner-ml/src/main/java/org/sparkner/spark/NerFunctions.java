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

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.spark.tagging.NerFunctionBuilder;
import org.sparkner.spark.version.SparkLine;
import org.sparkner.spark.version.SparkVersion;
import org.sparkner.tagger.Precision;

/**
 * The SQL function {@code ner}: the named entities of a {@code string} (text) or of an {@code
 * array<string>} (the tokens of one sentence), as in the column that {@link NerTaggerModel} makes.
 * Null gives null. A second argument, a constant, names another model than the function's own, as
 * {@link NerTaggerModel#pretrained} takes it: {@code ner(text, 'en')}.
 *
 * <p>It tags row by row. {@link NerTaggerModel} tags many rows together and is faster on short
 * texts.
 */
public final class NerFunctions {
  private static final String NAME = "ner";

  private NerFunctions() {}

  /** Makes {@code ner} known to a session, with this model, its precision and its device. */
  public static void register(SparkSession spark, NerTaggerModel model) {
    register(spark, NAME, model);
  }

  /**
   * Makes a function of this name known to a session, so that it may have one for each model.
   *
   * @throws UsageException if it is no name of a function
   */
  public static void register(SparkSession spark, String name, NerTaggerModel model) {
    SparkVersion.require();
    if (!name.matches("[A-Za-z]\\w*")) {
      throw new UsageException(
          "'" + name + "' is no name of a function; expected letters, digits and _");
    }
    LoadedModels others = new LoadedModels();
    NerFunctionBuilder builder =
        new NerFunctionBuilder(
            name,
            other ->
                other
                    .map(others::get)
                    .orElse(model)
                    .function(
                        spark,
                        Precision.named(model.getPrecision()),
                        EncoderDevice.named(model.getDevice())));
    SparkLine.current().register(spark, name, builder);
  }

  /** What {@code DESCRIBE FUNCTION ner} prints. */
  static ExpressionInfo info() {
    return new ExpressionInfo(
        NerFunctionBuilder.class.getName(),
        null,
        NAME,
        "_FUNC_(text[, model]) - the named entities of a text, or of the tokens of a sentence: "
            + "array<struct<begin:int,end:int,type:string,text:string,confidence:double>>, where "
            + "begin and end count code points (or tokens) from 0, end exclusive. The model is that of"
            + " the setting spark.sparkner.model, or the one named here, such as 'en'.",
        "");
  }
}
