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

package org.sparkner.pretrained;

import java.util.ServiceLoader;
import org.sparkner.error.UsageException;

/** What makes encoders learn, if it is on the class path. */
public final class TrainableEncoderLibrary {
  private TrainableEncoderLibrary() {}

  /**
   * @throws UsageException if it is not on the class path
   */
  public static void require() {
    provider();
  }

  /**
   * See {@link TrainableEncoderProvider#open}.
   *
   * @throws UsageException if what makes encoders learn is not on the class path, or this one
   *     cannot learn
   */
  public static TrainableEncoder open(PretrainedEncoder encoder, EncoderTuning tuning) {
    return provider().open(encoder, tuning);
  }

  private static TrainableEncoderProvider provider() {
    return ServiceLoader.load(TrainableEncoderProvider.class)
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "fineTuneEncoder needs the module spark-ner-torch on the class path, found"
                        + " nothing that makes encoders learn; run bin/spark-ner with --torch, add its"
                        + " jar and libtorch to a program, or train without fineTuneEncoder."));
  }
}
