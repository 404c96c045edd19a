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

package org.sparkner.model;

import org.sparkner.error.BadModelException;

/**
 * Makes the errors of a part of a model: which part, what was found, what was expected, what to do.
 *
 * @param location where the part is
 */
record PartFault(String location) {
  private static final String REMEDY = "copy the model again from its source or train it again";

  BadModelException of(String found, String expected) {
    return of(found, expected, REMEDY);
  }

  BadModelException of(String found, String expected, String remedy) {
    return new BadModelException(message(found, expected, remedy));
  }

  BadModelException of(String found, String expected, Throwable cause) {
    return new BadModelException(message(found, expected, REMEDY), cause);
  }

  private String message(String found, String expected, String remedy) {
    return "Model part "
        + location
        + " cannot be used: found "
        + found
        + ", expected "
        + expected
        + "; "
        + remedy
        + ".";
  }
}
