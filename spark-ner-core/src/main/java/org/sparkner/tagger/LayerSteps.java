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

package org.sparkner.tagger;

/** A layer of an encoder over packed batches. Shared by threads, which have a workspace each. */
sealed interface LayerSteps permits RecurrentSteps, WindowSteps {
  /** Memory for one thread. */
  Workspace newWorkspace();

  /** Memory of one thread, which grows to the largest batch. */
  interface Workspace {
    /** Runs a batch: reads what each place adds to the layer, hands on what it makes of it. */
    void run(PackedBatch batch, StepInput input, StepOutput output);
  }
}
