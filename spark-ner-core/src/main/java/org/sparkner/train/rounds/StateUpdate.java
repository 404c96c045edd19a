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
 * What workers want to know of the driver's state to begin a round: the parameters, and the rows of
 * the word table that changed since the last round.
 *
 * @param parameters block that {@link Replica#run} reads
 * @param rows block that {@link Replica#run} reads
 * @param allRows whether {@code rows} holds all rows, so that no earlier block is needed any more
 */
public record StateUpdate(byte[] parameters, byte[] rows, boolean allRows) {
  /** Bytes to send. */
  public long bytes() {
    return (long) parameters.length + rows.length;
  }
}
