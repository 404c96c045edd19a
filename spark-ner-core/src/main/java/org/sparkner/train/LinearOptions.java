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

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.sparkner.error.UsageException;
import org.sparkner.feature.FeatureTemplate;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.model.Algorithm;
import org.sparkner.option.LinearOption;
import org.sparkner.option.OptionValues;

/**
 * How to train a linear model. An {@link Algorithm#HMM} is counted and looks at the algorithm, seed
 * and language only.
 *
 * @param algorithm not {@link Algorithm#NEURAL}
 * @param linear what is of linear models alone
 * @param recipe of which the time limit, the seed and the language count
 * @param gazetteers lists of phrases; where tokens stand in them are features too
 * @param readsAttributes whether the attributes of a token and its neighbours, which the sentences
 *     have, are features too
 */
@RecordBuilder
public record LinearOptions(
    Algorithm algorithm,
    LinearRecipe linear,
    Recipe recipe,
    Gazetteers gazetteers,
    boolean readsAttributes)
    implements LinearOptionsBuilder.With {
  /**
   * Words, affixes, shapes and their neighbours; the words within four on either side (Finkel,
   * Grenager &amp; Manning 2005 call them disjunctive).
   */
  public static final String TEMPLATES =
      "word[0] lower[0] word[-1] word[1] lower[-2] lower[2]"
          + " prefix1[0] prefix2[0] prefix3[0] prefix4[0] prefix5[0]"
          + " suffix1[0] suffix2[0] suffix3[0] suffix4[0] suffix5[0]"
          + " suffix3[-1] suffix3[1]"
          + " shape[0] shape[-1] shape[1] brief[-2] brief[2]"
          + " lower[-4..-1] lower[1..4]"
          + " lower[-1]|lower[0] lower[0]|lower[1]"
          + " shape[-1]|shape[0] shape[0]|shape[1] brief[-1]|brief[0]|brief[1]"
          + " lower[-1]|brief[0] brief[0]|lower[1]";

  /** A conditional random field with the default features, English. */
  public static final LinearOptions DEFAULT =
      LinearOptionsBuilder.builder()
          .algorithm(Algorithm.CRF)
          .linear(LinearRecipe.DEFAULT)
          .recipe(Recipe.DEFAULT)
          .gazetteers(Gazetteers.NONE)
          .build();

  /**
   * @throws UsageException if a template of a feature is none, or an hmm is to read what it cannot,
   *     or an encoder is to learn
   */
  public LinearOptions {
    if (algorithm == Algorithm.NEURAL || algorithm == Algorithm.CLASSIFIER) {
      throw new IllegalArgumentException(
          "A linear model is an hmm, memm or crf, found " + algorithm);
    }
    if (recipe.fineTuneEncoder()) {
      throw new UsageException(
          "fineTuneEncoder is for networks, but algorithm is "
              + algorithm
              + "; leave it out, or set algorithm to neural.");
    }
    if (templates(linear).isEmpty()) {
      throw new UsageException(
          LinearOption.FEATURE_TEMPLATES + " needs at least one template, found none.");
    }
    if (algorithm == Algorithm.HMM && gazetteers.size() > 0) {
      throw new UsageException(
          "An hmm reads no gazetteers; leave them out, or take algorithm crf or memm.");
    }
    if (algorithm == Algorithm.HMM && readsAttributes) {
      throw new UsageException(
          "An hmm reads tokens alone; leave out what is given beside them, or take algorithm crf or"
              + " memm.");
    }
  }

  /** What is set of linear models and of their training, over the values here. */
  public LinearOptions overlaid(OptionValues set) {
    return withLinear(linear.overlaid(set)).withRecipe(recipe.overlaid(set));
  }

  /** What features tokens have. */
  public List<FeatureTemplate> templates() {
    return templates(linear);
  }

  private static List<FeatureTemplate> templates(LinearRecipe linear) {
    String set = linear.featureTemplates();
    return FeatureTemplate.parseAll(set == null ? TEMPLATES : set);
  }

  /** Passes over the sentences; one to count. */
  public int epochs() {
    return algorithm == Algorithm.HMM ? 1 : linear.passes();
  }
}
