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

package org.sparkner.jobs.corpora;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.Supervision;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.Nearest;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/** The entity types that an evaluation counts: neither gold nor found entities of others do. */
final class CountedTypes {
  private final Set<String> types;
  private final Set<String> others;

  /**
   * @param types of which entities count
   * @param known labels of the model
   */
  CountedTypes(Set<String> types, LabelSet known) {
    this.types = types;
    this.others = new TreeSet<>(known.types());
    others.removeAll(types);
  }

  /**
   * Checks that the model has the types that a user names.
   *
   * @throws UsageException for one that it does not have
   */
  static void requireKnown(Set<String> types, LabelSet known) {
    for (String type : types) {
      if (known.scheme() == TagScheme.PLAIN || !known.types().contains(type)) {
        throw new UsageException(
            "--types names "
                + type
                + ", which the model does not find; "
                + (known.scheme() == TagScheme.PLAIN
                    ? "its labels are plain ones, leave --types out"
                    : "did you mean "
                        + Nearest.of(type, known.types())
                        + "? It finds "
                        + String.join(", ", known.types())));
      }
    }
  }

  /** The sentences with the entities of these types alone. */
  LabeledData.Placed of(LabeledData.Placed data) {
    List<LabeledSentence> sentences =
        data.sentences().stream()
            .map(
                sentence ->
                    sentence
                        .withTags(counted(sentence))
                        .withSupervision(new Supervision(others, 1)))
            .toList();
    return new LabeledData.Placed(sentences, data.places());
  }

  private List<String> counted(LabeledSentence sentence) {
    TagScheme scheme = TagScheme.detect(List.of(sentence.tags()));
    if (scheme == TagScheme.PLAIN) {
      return sentence.tags();
    }
    List<Span> spans =
        TagScheme.spans(sentence.tags()).stream()
            .filter(span -> types.contains(span.type()))
            .toList();
    return spans.size() == TagScheme.spans(sentence.tags()).size()
        ? sentence.tags()
        : TagScheme.IOB2.tags(spans, sentence.size());
  }
}
