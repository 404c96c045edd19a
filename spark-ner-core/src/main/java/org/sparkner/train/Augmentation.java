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

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.LetterCase;
import org.sparkner.lexicon.SpellingNoise;

/**
 * Shows sentences in another spelling than the one they are written in, so that a model learns to
 * read it too: of each epoch other ones. What is shown is a function of the seed, the epoch and the
 * sentence's tokens, so it is the same wherever the sentence is trained on, and after a resume.
 *
 * @param upperCase share of the sentences that are in capitals, from 0 to 1
 * @param lowerCase share of those in lower case
 * @param uncapitalised share of those whose words lose a capital that is their only one
 * @param noise share of the sentences, in whatever case, that have {@link SpellingNoise}
 */
record Augmentation(
    double upperCase, double lowerCase, double uncapitalised, double noise, long seed) {
  /** Tells these draws from others of the same seed. */
  private static final long PLACE = 0x2545F4914F6CDD1DL;

  private static final double ROUNDING = 1e-9;

  /**
   * @throws UsageException if more sentences are to be in another case than there are
   */
  Augmentation {
    if (upperCase + lowerCase + uncapitalised > 1 + ROUNDING) {
      throw new UsageException(
          "upperCaseShare, lowerCaseShare and uncapitalisedShare need a sum of at most 1, found "
              + (upperCase + lowerCase + uncapitalised)
              + "; a sentence is shown in one of these ways at once.");
    }
  }

  static Augmentation of(Recipe recipe) {
    return new Augmentation(
        recipe.upperCaseShare(),
        recipe.lowerCaseShare(),
        recipe.uncapitalisedShare(),
        recipe.noiseShare(),
        recipe.seed());
  }

  /** Whether every sentence is shown as it is written. */
  boolean isNone() {
    return cases().isEmpty() && noise == 0;
  }

  /** The cases that some sentences are shown in. */
  Set<LetterCase> cases() {
    Set<LetterCase> cases = EnumSet.noneOf(LetterCase.class);
    for (LetterCase each : LetterCase.values()) {
      if (share(each) > 0) {
        cases.add(each);
      }
    }
    return cases;
  }

  private double share(LetterCase each) {
    return switch (each) {
      case UPPER -> upperCase;
      case LOWER -> lowerCase;
      case UNCAPITALISED -> uncapitalised;
    };
  }

  /**
   * The tokens as an epoch shows them, as many.
   *
   * @param epoch from 0
   */
  List<String> show(List<String> tokens, int epoch) {
    SplittableRandom random = new SplittableRandom(place(tokens, epoch));
    double drawn = random.nextDouble();
    List<String> shown = tokens;
    for (LetterCase each : LetterCase.values()) {
      if (drawn >= 0 && drawn < share(each)) {
        shown = tokens.stream().map(each::of).toList();
      }
      drawn -= share(each);
    }
    return random.nextDouble() < noise ? SpellingNoise.of(shown, random) : shown;
  }

  private long place(List<String> tokens, int epoch) {
    long hash = (seed ^ PLACE) + (epoch + 1L) * 0x9E3779B97F4A7C15L;
    for (String token : tokens) {
      hash = (hash ^ token.hashCode()) * 0x100000001B3L;
      hash ^= hash >>> 32;
    }
    return hash;
  }
}
