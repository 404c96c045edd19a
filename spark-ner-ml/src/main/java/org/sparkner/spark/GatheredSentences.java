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

package org.sparkner.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.corpus.LabeledSentence;

/** Takes the rows of {@link SentencePreparation} on the driver: sentences, and what was wrong. */
final class GatheredSentences {
  private static final Logger LOG = LoggerFactory.getLogger(NerTagger.class);

  private final List<LabeledSentence> train = new ArrayList<>();
  private final List<LabeledSentence> valid = new ArrayList<>();
  private final Problems skipped = new Problems();
  private final Problems misaligned = new Problems();
  private final Problems unequal = new Problems();

  void add(Row row) {
    switch (SentencePreparation.Kind.valueOf(row.getString(0))) {
      case SENTENCE ->
          (row.getBoolean(3) ? valid : train)
              .add(new LabeledSentence(row.getList(1), row.getList(2)));
      case SKIPPED -> skipped.add(row.getString(4));
      case MISALIGNED -> misaligned.add(row.getString(4));
      case UNEQUAL -> unequal.add(row.getString(4));
    }
  }

  /** The sentences, split as the rows say. */
  TrainingData data() {
    return new TrainingData(train, valid);
  }

  /** Spans that do not fit the tokens. */
  Problems misaligned() {
    return misaligned;
  }

  /** Rows with more tags than tokens, or fewer. */
  Problems unequal() {
    return unequal;
  }

  /** Logs how many rows were skipped and how many spans do not fit, with examples. */
  void report() {
    if (misaligned.count() > 0) {
      LOG.warn("{} spans do not fit the tokens, such as: {}", misaligned.count(), misaligned);
    }
    if (skipped.count() > 0) {
      LOG.warn(
          "{} rows have no tokens or no label and are left out, such as: {}",
          skipped.count(),
          skipped);
    }
  }

  /** Problems of a kind: each goes to the debug log, the first are kept as examples. */
  static final class Problems {
    private static final int EXAMPLES = 20;

    private final List<String> examples = new ArrayList<>();
    private long count;

    private void add(String problem) {
      count++;
      LOG.debug("{}", problem);
      if (examples.size() < EXAMPLES) {
        examples.add(problem);
      }
    }

    long count() {
      return count;
    }

    String first() {
      return examples.get(0);
    }

    @Override
    public String toString() {
      return String.join("; ", examples);
    }
  }
}
