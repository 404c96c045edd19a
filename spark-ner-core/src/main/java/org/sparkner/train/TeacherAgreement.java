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

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SilverLabels;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.BadDataException;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagCounts;
import org.sparkner.tags.TagScheme;

/**
 * Whether a teacher and the people who labelled sentences know the same types, or the same plain
 * labels. Otherwise a student would learn from one that a token has no label of a type, and from
 * the other that it has.
 */
public final class TeacherAgreement implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeSet<String> tags = new TreeSet<>();
  private final TreeSet<String> latent = new TreeSet<>();
  private final TreeSet<String> ofTeacher = new TreeSet<>();
  private boolean plain;

  /** Reads a sentence. A type that is latent in one is known. */
  public void add(LabeledSentence sentence) {
    SilverLabels silver = sentence.supervision().silver();
    if (silver == null) {
      tags.addAll(sentence.tags());
      latent.addAll(sentence.supervision().latentTypes());
    } else {
      ofTeacher.addAll(silver.types());
      plain |= silver.labels().scheme() == TagScheme.PLAIN;
    }
  }

  /**
   * The same of tags that are spelled otherwise than IOB1, IOB2 and BIOES are.
   *
   * @param reading what the tags are taken for
   */
  public TeacherAgreement read(TagReading reading) {
    TagCounts counts = new TagCounts();
    counts.add(List.copyOf(tags));
    TeacherAgreement read = new TeacherAgreement();
    read.merge(this);
    read.tags.clear();
    read.tags.addAll(
        reading.spelling(counts, tag -> "the labelled sentences").read(List.copyOf(tags)));
    return read;
  }

  /** Takes in what was read elsewhere. */
  public void merge(TeacherAgreement other) {
    tags.addAll(other.tags);
    latent.addAll(other.latent);
    ofTeacher.addAll(other.ofTeacher);
    plain |= other.plain;
  }

  /** The types that a teacher knows; none where no teacher labelled a sentence. */
  Set<String> teacherTypes() {
    return plain ? Set.of() : ofTeacher;
  }

  /** Checks what was read. */
  void require() {
    if (!ofTeacher.isEmpty()) {
      require(ofTeacher, plain);
    }
  }

  /**
   * Checks the labelled sentences against a teacher.
   *
   * @throws BadDataException if the types differ
   */
  public void require(LabelSet teacher) {
    require(new TreeSet<>(teacher.types()), teacher.scheme() == TagScheme.PLAIN);
  }

  private void require(Set<String> teacher, boolean plainLabels) {
    Set<String> gold = new TreeSet<>(latent);
    tags.forEach(tag -> gold.addAll(plainLabels ? List.of(tag) : types(tag)));
    if (!gold.equals(teacher)) {
      throw new BadDataException(
          "The teacher finds "
              + named(teacher)
              + ", the labelled sentences have "
              + named(gold)
              + "; both need the same types: map the labels of the sentences by a file of"
              + " --corpora, which also says which types a source does not annotate, or take"
              + " another teacher.");
    }
  }

  private static List<String> types(String tag) {
    return TagScheme.spans(List.of(tag)).stream()
        .map(span -> span.type().isEmpty() ? tag : span.type())
        .toList();
  }

  private static String named(Set<String> types) {
    return types.isEmpty() ? "nothing" : String.join(", ", types);
  }
}
