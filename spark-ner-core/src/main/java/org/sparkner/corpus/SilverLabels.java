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

package org.sparkner.corpus;

import java.util.List;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.PathDistribution;

/**
 * What a teacher, a model that tagged a sentence, thinks of all of the sentence's label sequences.
 *
 * @param labels of the teacher, whose ids {@code paths} has
 * @param paths how probable each label sequence is
 */
public record SilverLabels(LabelSet labels, PathDistribution paths) {
  /** The types of the teacher's labels, or the labels themselves where they are plain. */
  public List<String> types() {
    return labels.types();
  }
}
