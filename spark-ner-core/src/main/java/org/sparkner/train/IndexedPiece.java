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

package org.sparkner.train;

import java.util.List;
import org.sparkner.network.IndexedSentence;
import org.sparkner.text.Context;

/**
 * A sentence to train on, or a piece of a long one.
 *
 * @param context the document that it is read in, and where; of a piece its own tokens
 * @param attributes of its tokens; empty where there are none
 */
public record IndexedPiece(Context context, List<String> attributes, IndexedSentence sentence) {
  /** As it is written. */
  List<String> tokens() {
    return context.tokens().subList(context.begin(), context.begin() + sentence.size());
  }
}
