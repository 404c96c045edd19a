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

import java.io.Serializable;

/**
 * A round: every worker makes the same number of local steps from the same state. Together with
 * that state and the worker's shard it decides what the worker sends back.
 *
 * @param number of the round in this process, from 0: the version of the state that it starts from
 * @param epoch from 0
 * @param firstBatch of each worker's batches of the epoch
 * @param batches of each worker, where it has as many left
 * @param count of the batches of an epoch, of the worker with the most
 */
public record Round(int number, int epoch, int firstBatch, int batches, int count)
    implements Serializable {}
