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

import org.sparkner.error.UsageException;

/** Whether ONNX Runtime is there; for this to be asked, nothing of it may be named in the class. */
final class OnnxLibrary {
  private OnnxLibrary() {}

  /**
   * @throws UsageException if it is not on the class path
   */
  static void require() {
    try {
      Class.forName("ai.onnxruntime.OrtEnvironment", false, OnnxLibrary.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new UsageException(
          "contextual vectors want ONNX Runtime on the class path: add the jar"
              + " com.microsoft.onnxruntime:onnxruntime, such as by --packages of spark-submit",
          e);
    }
  }
}
