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

package org.sparkner.feature;

import java.util.List;
import java.util.function.Consumer;

/**
 * The features of a token by name: what a template means. {@link EmissionScorer} gets the same sums
 * without names.
 */
public final class FeatureNames {
  /** Stands before the first token of a sentence. */
  static final String BEFORE = "<s>";

  /** Stands after the last token of a sentence. */
  static final String AFTER = "</s>";

  private final List<FeatureTemplate> templates;

  public FeatureNames(List<FeatureTemplate> templates) {
    this.templates = List.copyOf(templates);
  }

  /**
   * Tells the features of a token, in the order of the templates; of a range of places one for each
   * place.
   */
  public void of(List<String> tokens, int token, Consumer<String> names) {
    for (FeatureTemplate template : templates) {
      if (template.isConjunction()) {
        String name = conjunction(template, tokens, token);
        if (name != null) {
          names.accept(name);
        }
      } else {
        FeatureTemplate.Part part = template.parts().get(0);
        for (int place = part.from(); place <= part.to(); place++) {
          String value = value(part, tokens, token + place);
          if (value != null) {
            names.accept(template.prefix() + value);
          }
        }
      }
    }
  }

  private static String conjunction(FeatureTemplate template, List<String> tokens, int token) {
    StringBuilder name = new StringBuilder(template.prefix());
    for (int i = 0; i < template.parts().size(); i++) {
      FeatureTemplate.Part part = template.parts().get(i);
      String value = value(part, tokens, token + part.from());
      if (value == null) {
        return null;
      }
      if (i > 0) {
        name.append(FeatureTemplate.SEPARATOR);
      }
      name.append(value);
    }
    return name.toString();
  }

  private static String value(FeatureTemplate.Part part, List<String> tokens, int at) {
    if (at < -1 || at > tokens.size()) {
      return null;
    }
    return part.attribute().of(at < 0 ? BEFORE : at == tokens.size() ? AFTER : tokens.get(at));
  }
}
