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

import org.sparkner.error.BadModelException;

/**
 * Makes the errors of an encoder: what cannot be used, what was found, what was expected.
 *
 * @param location of the encoder or its file
 */
record PretrainedEncoderFault(String location) {
  BadModelException of(String found, String expected) {
    return of(found, expected, null);
  }

  BadModelException of(String found, String expected, Throwable cause) {
    return new BadModelException(
        "Encoder " + location + " cannot be used: found " + found + ", expected " + expected + ".",
        cause);
  }
}
