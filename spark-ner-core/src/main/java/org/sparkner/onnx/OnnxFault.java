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

package org.sparkner.onnx;

import org.sparkner.error.BadModelException;

/**
 * Makes the errors of a file in the format ONNX: where, what was found, what was expected.
 *
 * @param location of the file, for messages
 */
record OnnxFault(String location) {
  /**
   * @param position in the file, in bytes
   */
  BadModelException at(long position, String found, String expected) {
    return new BadModelException(
        "ONNX file "
            + location
            + " cannot be read: found "
            + found
            + " at byte "
            + position
            + ", expected "
            + expected
            + "; copy the file again from its source or export it again.");
  }
}
