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

package org.sparkner.tags;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * How spans are written as one tag a token. Ramshaw &amp; Marcus 1995 (IOB1), Ratnaparkhi 1998
 * (IOB2), Borthwick 1999 (BIOES).
 */
public enum TagScheme {
  /**
   * {@code I-X} inside; {@code B-X} only where a span follows another of the same type directly.
   */
  IOB1,
  /** {@code B-X} begins every span, {@code I-X} continues it. */
  IOB2,
  /**
   * {@code B-X}, {@code I-X}, {@code E-X} of a span of several tokens; {@code S-X} a span of one.
   */
  BIOES,
  /**
   * Labels that stand for themselves, such as parts of speech: no spans, no forbidden transitions.
   */
  PLAIN;

  /**
   * The spans of a tag sequence of any of the chunk schemes, well formed or not, as conlleval reads
   * it: a span begins at B or S, after O, E or S, and where the type changes; it ends where the
   * next one begins or at O.
   *
   * <p>For O, B and I this is conlleval to the letter. conlleval knows no S, and does not part
   * {@code E-X B-X}; here E and S always close their span, or a conversion to BIOES would lose
   * entities.
   */
  public static List<Span> spans(List<String> tags) {
    List<Span> spans = new ArrayList<>();
    Tag previous = Tag.OUTSIDE;
    int begin = -1;
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = Tag.parse(tags.get(i));
      boolean starts = tag.startsAfter(previous);
      if (begin >= 0 && (starts || tag.isOutside())) {
        spans.add(new Span(begin, i, previous.type()));
        begin = -1;
      }
      if (starts) {
        begin = i;
      }
      previous = tag;
    }
    if (begin >= 0) {
      spans.add(new Span(begin, tags.size(), previous.type()));
    }
    return spans;
  }

  /**
   * Writes spans as tags of this scheme.
   *
   * @param spans any order, not overlapping, within {@code [0, length)}
   * @param length number of tokens
   * @throws IllegalArgumentException if spans overlap or leave the sentence, or for {@link #PLAIN}
   */
  public List<String> tags(List<Span> spans, int length) {
    if (this == PLAIN) {
      throw new IllegalArgumentException("Plain labels have no spans to encode.");
    }
    String[] tags = new String[length];
    Arrays.fill(tags, "O");
    List<Span> ordered = new ArrayList<>(spans);
    ordered.sort(Comparator.comparingInt(Span::begin));
    Span previous = null;
    for (Span span : ordered) {
      if (span.end() > length || (previous != null && previous.end() > span.begin())) {
        throw new IllegalArgumentException(
            "Spans must not overlap and must end within " + length + " tokens, found " + ordered);
      }
      write(span, previous, tags);
      previous = span;
    }
    return Collections.unmodifiableList(Arrays.asList(tags));
  }

  private void write(Span span, Span previous, String[] tags) {
    String suffix = span.type().isEmpty() ? "" : "-" + span.type();
    Arrays.fill(tags, span.begin(), span.end(), "I" + suffix);
    boolean touches =
        previous != null && previous.end() == span.begin() && previous.type().equals(span.type());
    if (this != IOB1 || touches) {
      tags[span.begin()] = "B" + suffix;
    }
    if (this == BIOES) {
      tags[span.end() - 1] = (span.length() == 1 ? "S" : "E") + suffix;
    }
  }

  /** Whether the sequence is what this scheme would write for its own spans. */
  public boolean accepts(List<String> tags) {
    return this == PLAIN || tags(spans(tags), tags.size()).equals(tags);
  }

  /**
   * Rewrites a sequence of any chunk scheme, well formed or not, in this scheme; the spans stay.
   */
  public List<String> convert(List<String> tags) {
    return this == PLAIN ? List.copyOf(tags) : tags(spans(tags), tags.size());
  }

  /**
   * The scheme of a corpus: the one that accepts the most sentences, where several do equally in
   * the order BIOES, IOB2, IOB1; {@link #PLAIN} where some label is neither O nor a chunk prefix
   * with a type, or where every label is O.
   */
  public static TagScheme detect(Iterable<? extends List<String>> sentences) {
    SchemeVotes votes = new SchemeVotes();
    sentences.forEach(votes::add);
    return votes.scheme();
  }
}
