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

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.spark.tagging.NerFunction;
import org.sparkner.spark.tagging.NerFunctionBuilder;
import org.sparkner.spark.version.SparkLine;
import org.sparkner.tagger.Precision;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Gives every session of an application the SQL function {@code ner}, see {@link NerFunctions}, for
 * {@code spark.sql.extensions=org.sparkner.spark.NerExtensions}. The session's setting {@code
 * spark.sparkner.model} is the model, by its name or by its path on any Hadoop file system; a call
 * may name another one, as in {@code ner(text, 'en')}. {@code spark.sparkner.precision} may be
 * auto, f32 or int8, {@code spark.sparkner.device} auto, cpu or cuda. A model is read when a query
 * first needs it and kept for the application.
 */
public final class NerExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  static final String MODEL = "spark.sparkner.model";
  static final String PRECISION = "spark.sparkner.precision";
  static final String DEVICE = "spark.sparkner.device";

  private final LoadedModels models = new LoadedModels();

  /** Made by Spark. */
  public NerExtensions() {}

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    ExpressionInfo info = NerFunctions.info();
    SparkLine.current()
        .inject(extensions, info, new NerFunctionBuilder(info.getName(), this::function));
    return BoxedUnit.UNIT;
  }

  /** The function with the settings of the session that asks. */
  private NerFunction function(Optional<String> named) {
    SparkSession session = SparkSession.active();
    String model = named.orElseGet(() -> session.conf().get(MODEL, ""));
    if (model.isEmpty()) {
      throw new UsageException(
          "ner has no model: SET "
              + MODEL
              + "=MODEL, to the name of a model or the directory of a trained one, or name it in the"
              + " call: ner(text, 'en')");
    }
    Precision precision = Precision.named(session.conf().get(PRECISION, "auto"));
    EncoderDevice device = EncoderDevice.named(session.conf().get(DEVICE, "auto"));
    return models.get(model).function(session, precision, device);
  }
}
