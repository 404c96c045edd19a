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

package org.sparkner.jobs.train;

import java.util.List;
import java.util.function.Consumer;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.NerModel;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.CorpusReport;
import org.sparkner.train.RemoteTraining;
import org.sparkner.train.TrainingListener;

/**
 * A training elsewhere whose data is checked once the first pass over it, which is elsewhere too,
 * has found what there is, before anybody hears of it.
 *
 * @param check throws to end the training
 */
record CheckedTraining(RemoteTraining training, Consumer<CorpusReport> check)
    implements RemoteTraining {
  @Override
  public List<LabeledSentence> valid() {
    return training.valid();
  }

  @Override
  public NerModel train(
      WordVectors vectors, Checkpointing checkpointing, TrainingListener listener) {
    return training.train(vectors, checkpointing, new Check(check).and(listener));
  }

  private record Check(Consumer<CorpusReport> check) implements TrainingListener {
    @Override
    public void onStart(CorpusReport report) {
      check.accept(report);
    }
  }
}
