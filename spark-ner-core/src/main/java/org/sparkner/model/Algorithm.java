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

package org.sparkner.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.sparkner.error.UsageException;

/** The family that a tagger is of. */
public enum Algorithm {
  /** A network whose emissions a chain decodes. */
  NEURAL,

  /**
   * A hidden Markov model (Rabiner 1989): counts of words under labels and of labels after labels,
   * smoothed.
   */
  HMM,

  /**
   * A maximum-entropy Markov model (McCallum, Freitag &amp; Pereira 2000): logistic regression of a
   * label on features of the sentence and the label before.
   */
  MEMM,

  /** A linear-chain conditional random field over features (Lafferty et al. 2001). */
  CRF,

  /** A token classifier that was trained elsewhere; it is imported, not trained. */
  CLASSIFIER;

  /**
   * The algorithm of a name in a setting.
   *
   * @param name {@code neural}, {@code hmm}, {@code memm}, {@code crf} or {@code classifier}
   * @throws UsageException for any other name
   */
  public static Algorithm named(String name) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "algorithm needs neural, hmm, memm, crf or classifier, found " + name + "."));
  }

  /** The name in a setting, lower case. */
  @Override
  @JsonValue
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
