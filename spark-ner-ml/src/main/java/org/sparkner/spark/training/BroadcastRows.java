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

package org.sparkner.spark.training;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.sparkner.train.rounds.RowHistory;

/**
 * Rows as broadcasts, one a version. An executor fetches those that its replicas want.
 *
 * @param firstVersion of the first broadcast, which holds all rows
 * @param blocks of the versions from there on
 */
record BroadcastRows(int firstVersion, List<Broadcast<byte[]>> blocks)
    implements RowHistory, Serializable {

  @Override
  public byte[] rows(int version) {
    return blocks.get(version - firstVersion).value();
  }
}
