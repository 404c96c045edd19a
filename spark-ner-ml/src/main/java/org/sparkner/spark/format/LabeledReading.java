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

package org.sparkner.spark.format;

import java.util.List;
import org.sparkner.corpus.PlacedSentence;
import org.sparkner.corpus.SentenceSource;

/** Sentences of any format, as its reader in the core gives them. */
final class LabeledReading implements SentenceReading {
  private final SentenceSource source;

  LabeledReading(SentenceSource source) {
    this.source = source;
  }

  @Override
  public SourceSentence next() {
    PlacedSentence next = source.next();
    return next == null ? null : new Labeled(next);
  }

  @Override
  public String placeOf(String tag) {
    return source.placeOf(tag);
  }

  @Override
  public void close() {
    source.close();
  }

  private record Labeled(PlacedSentence placed) implements SourceSentence {
    @Override
    public int document() {
      return placed.document();
    }

    @Override
    public List<String> tokens() {
      return placed.sentence().tokens();
    }

    @Override
    public List<String> tags() {
      return placed.sentence().tags();
    }

    @Override
    public List<String> attributes() {
      return placed.sentence().attributes();
    }

    @Override
    public List<String> column(int index) {
      throw new IllegalStateException("Only CoNLL columns have columns.");
    }
  }
}
