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

package org.sparkner.eval;

import java.util.ArrayList;
import java.util.List;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/** What counts as a span in a sequence of tags. */
public enum SpanReading {
  /**
   * conlleval's: every chunk scheme, ill-formed sequences repaired; {@link TagScheme#spans}. The
   * same as the published script for B, I and O in any order. The script knows no S and reads
   * {@code E-X B-X} as one span, so tags of BIOES have to be rewritten as IOB2 before it can
   * confirm a score.
   */
  CONLLEVAL {
    @Override
    public List<Span> spans(List<String> tags) {
      return TagScheme.spans(tags);
    }
  },
  /** Only {@code B-X I-X*}; a span that begins with I is none. As seqeval's strict IOB2. */
  STRICT_IOB2 {
    @Override
    public List<Span> spans(List<String> tags) {
      return StrictSpans.iob2(tags);
    }
  },
  /**
   * Only {@code S-X} and {@code B-X I-X* E-X}; a span without its end is none. As seqeval's strict
   * IOBES.
   */
  STRICT_BIOES {
    @Override
    public List<Span> spans(List<String> tags) {
      return StrictSpans.bioes(tags);
    }
  },
  /**
   * A span of one token for each plain label, such as a part of speech. Precision, recall and F1 of
   * all labels together are then the token accuracy.
   */
  LABELS {
    @Override
    public List<Span> spans(List<String> tags) {
      List<Span> spans = new ArrayList<>(tags.size());
      for (int i = 0; i < tags.size(); i++) {
        spans.add(new Span(i, i + 1, tags.get(i)));
      }
      return spans;
    }
  };

  /**
   * The reading that scores are reported by: {@link #LABELS} for plain labels, else conlleval's.
   */
  public static SpanReading of(TagScheme scheme) {
    return scheme == TagScheme.PLAIN ? LABELS : CONLLEVAL;
  }

  /**
   * The strict reading of a scheme.
   *
   * @throws IllegalArgumentException for a scheme other than IOB2 and BIOES
   */
  public static SpanReading strict(TagScheme scheme) {
    return switch (scheme) {
      case IOB2 -> STRICT_IOB2;
      case BIOES -> STRICT_BIOES;
      case IOB1, PLAIN ->
          throw new IllegalArgumentException(
              "A strict reading is of IOB2 or BIOES, found " + scheme + ".");
    };
  }

  /** The spans of a sequence, in its order, not overlapping. */
  public abstract List<Span> spans(List<String> tags);
}
