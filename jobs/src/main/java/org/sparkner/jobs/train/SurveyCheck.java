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

import java.util.function.Consumer;
import org.sparkner.train.CorpusReport;
import org.sparkner.train.TrainingListener;

/**
 * Looks at what the first pass over the data found. {@linkplain TrainingListener#and Joined} in
 * front of others, it does so before they hear of it.
 *
 * @param check throws to end the training
 */
record SurveyCheck(Consumer<CorpusReport> check) implements TrainingListener {
  @Override
  public void onStart(CorpusReport report) {
    check.accept(report);
  }
}
