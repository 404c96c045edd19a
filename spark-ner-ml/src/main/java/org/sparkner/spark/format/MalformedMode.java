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

package org.sparkner.spark.format;

/** What becomes of a sentence with a malformed line. */
enum MalformedMode {
  /** The job fails; the message names the file and the line. */
  FAILFAST,
  /** The sentence is left out and counted. */
  DROPMALFORMED,
  /** The sentence is a row with its lines in the corrupt-record column and null elsewhere. */
  PERMISSIVE
}
