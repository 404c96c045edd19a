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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.model.TrainingSummary;

class TrainingListenerTest {
  private final List<String> heard = new ArrayList<>();

  private TrainingListener named(String name) {
    return new TrainingListener() {
      @Override
      public void onStart(CorpusReport report) {
        heard.add(name + " start");
      }

      @Override
      public void onProgress(Progress progress) {
        heard.add(name + " progress");
      }

      @Override
      public void onRound(RoundReport report) {
        heard.add(name + " round");
      }

      @Override
      public void onEpoch(EpochReport report) {
        heard.add(name + " epoch");
      }

      @Override
      public void onEnd(TrainingSummary summary) {
        heard.add(name + " end");
      }
    };
  }

  @Test
  void joinedListenersHearEverythingInTheirOrder() {
    TrainingListener all = named("a").and(named("b")).and(named("c"));

    all.onStart(null);
    all.onProgress(null);
    all.onRound(null);
    all.onEpoch(null);
    all.onEnd(null);

    assertThat(heard)
        .containsExactly(
            "a start",
            "b start",
            "c start",
            "a progress",
            "b progress",
            "c progress",
            "a round",
            "b round",
            "c round",
            "a epoch",
            "b epoch",
            "c epoch",
            "a end",
            "b end",
            "c end");
  }

  @Test
  void nobodyHearsWhatAListenerBeforeRefused() {
    TrainingListener refusing =
        new TrainingListener() {
          @Override
          public void onStart(CorpusReport report) {
            throw new IllegalStateException("no");
          }
        };

    assertThatThrownBy(() -> refusing.and(named("b")).onStart(null)).hasMessage("no");

    assertThat(heard).isEmpty();
  }
}
