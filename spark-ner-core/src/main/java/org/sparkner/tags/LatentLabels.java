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

package org.sparkner.tags;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import org.sparkner.error.BadDataException;

/**
 * Labels that a token may bear although its annotator wrote O, because they are of types that were
 * not annotated (partial labels; Tsuboi et al. 2008). Immutable.
 */
public final class LatentLabels implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int outside;
  private final boolean[] latent;

  private LatentLabels(int outside, boolean[] latent) {
    this.outside = outside;
    this.latent = latent;
  }

  /**
   * The labels of some types.
   *
   * @param types those not annotated; one that the labels do not have says nothing
   * @return null where the labels have none of the types
   * @throws BadDataException for labels that are not those of entities
   */
  public static LatentLabels of(LabelSet labels, Set<String> types) {
    if (types.isEmpty()) {
      return null;
    }
    if (labels.scheme() == TagScheme.PLAIN) {
      throw new BadDataException(
          "The data says that "
              + String.join(", ", types)
              + " is not annotated in a part of it, but its tags are plain labels; latent types need"
              + " entities, with tags such as B-PER, I-PER and O.");
    }
    boolean[] latent = new boolean[labels.size()];
    boolean any = false;
    for (int id = 0; id < latent.length; id++) {
      latent[id] = !labels.isOutside(id) && types.contains(labels.type(id));
      any |= latent[id];
    }
    return any ? new LatentLabels(labels.id("O"), latent) : null;
  }

  /** Whether a token for which the annotator wrote {@code gold} may bear {@code label}. */
  public boolean allows(int gold, int label) {
    return gold == label || (gold == outside && latent[label]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatentLabels that
        && outside == that.outside
        && Arrays.equals(latent, that.latent);
  }

  @Override
  public int hashCode() {
    return 31 * outside + Arrays.hashCode(latent);
  }

  /** Labels of the label set. */
  public int size() {
    return latent.length;
  }
}
