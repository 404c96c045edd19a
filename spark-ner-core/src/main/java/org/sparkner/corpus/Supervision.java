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

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.sparkner.error.BadDataException;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/**
 * What a sentence's annotators looked for, or what a teacher found, and how much the sentence
 * counts in training.
 *
 * @param latentTypes entity types that were not annotated: where the tags say O, an entity of these
 *     may be
 * @param weight how many times the sentence counts, above 0; 1 as a rule
 * @param silver what a teacher thinks of the sentence's labels, which is learned in place of its
 *     tags; null for sentences that people labelled
 */
public record Supervision(Set<String> latentTypes, double weight, SilverLabels silver)
    implements Serializable {
  /** Everything is annotated, and the sentence counts once. */
  public static final Supervision FULL = new Supervision(Set.of(), 1);

  /**
   * @throws BadDataException for a weight that is not a number above 0
   */
  public Supervision {
    latentTypes = Set.copyOf(latentTypes);
    if (!isWeight(weight)) {
      throw new BadDataException(
          "A sentence has the weight "
              + weight
              + "; it needs a number above 0. To leave sentences out, do not give them.");
    }
  }

  /** Of a sentence that people labelled. */
  public Supervision(Set<String> latentTypes, double weight) {
    this(latentTypes, weight, null);
  }

  /** Of a sentence that a teacher labelled. */
  public static Supervision of(SilverLabels silver, double weight) {
    return new Supervision(Set.of(), weight, silver);
  }

  /** Whether a number may be a weight: above 0 and finite, in single precision too. */
  public static boolean isWeight(double number) {
    return (float) number > 0 && Float.isFinite((float) number);
  }

  /** Whether people annotated everything and the sentence counts once. */
  public boolean isFull() {
    return latentTypes.isEmpty() && weight == 1 && silver == null;
  }

  /**
   * Tags without the entities of latent types: whether these are right cannot be told.
   *
   * @param scheme of the tags; plain ones stay as they are
   */
  public List<String> annotated(List<String> tags, TagScheme scheme) {
    if (latentTypes.isEmpty() || scheme == TagScheme.PLAIN) {
      return tags;
    }
    List<Span> spans =
        TagScheme.spans(tags).stream().filter(span -> annotates(span.type())).toList();
    return scheme.tags(spans, tags.size());
  }

  /** Whether entities of a type were annotated. */
  public boolean annotates(String type) {
    return !latentTypes.contains(type);
  }
}
