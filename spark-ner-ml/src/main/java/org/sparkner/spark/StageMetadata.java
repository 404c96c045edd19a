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

import org.apache.spark.SparkContext;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsReader$;
import org.apache.spark.ml.util.DefaultParamsWriter$;
import scala.Option;

/**
 * Spark ML's own {@code metadata} folder of a saved stage. Its writer and reader are open to Java
 * but not part of Spark's public API, so nothing else here calls them.
 */
final class StageMetadata {
  private StageMetadata() {}

  static void write(Params stage, String path, SparkContext context) {
    DefaultParamsWriter$.MODULE$.saveMetadata(stage, path, context, Option.empty(), Option.empty());
  }

  /** What a stage was saved with. */
  static DefaultParamsReader.Metadata read(String path, SparkContext context, Class<?> stage) {
    return DefaultParamsReader$.MODULE$.loadMetadata(path, context, stage.getName());
  }

  /** Sets the params of a stage as they were saved. */
  static void restore(Params stage, DefaultParamsReader.Metadata metadata) {
    metadata.getAndSetParams(stage, Option.empty());
  }
}
