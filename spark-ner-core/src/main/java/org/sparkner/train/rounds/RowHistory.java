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

package org.sparkner.train.rounds;

/**
 * The blocks of rows by which a replica of any age, or a new one, comes to the state of a round. A
 * block is asked for only if it is needed, so that it need not be fetched otherwise.
 */
public interface RowHistory {
  /** The last version whose block holds all rows. */
  int firstVersion();

  /**
   * The block of {@link StateUpdate#rows} of a version.
   *
   * @param version from {@link #firstVersion} to the number of the round
   */
  byte[] rows(int version);
}
