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

package org.sparkner.check;

import java.util.ArrayList;
import java.util.List;

/** How a name is labelled where it occurs. */
final class NameUse {
  /**
   * A type of it.
   *
   * @param place of the first
   */
  record Label(String type, long count, long place) {}

  private final List<Label> labels = new ArrayList<>(1);
  private long unlabelled;
  private long unlabelledPlace;

  void add(String type, long place) {
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      if (label.type().equals(type)) {
        labels.set(i, new Label(type, label.count() + 1, label.place()));
        return;
      }
    }
    labels.add(new Label(type, 1, place));
  }

  void addUnlabelled(long place) {
    unlabelledPlace = unlabelled == 0 ? place : unlabelledPlace;
    unlabelled++;
  }

  /** Its types, in the order in which they came. */
  List<Label> labels() {
    return labels;
  }

  /** How often it bears a label. */
  long labelled() {
    return labels.stream().mapToLong(Label::count).sum();
  }

  /** How often it stands outside of every entity. */
  long unlabelled() {
    return unlabelled;
  }

  /** Where it does so first. */
  long unlabelledPlace() {
    return unlabelledPlace;
  }

  /** Of its uses, unlabelled ones among them, those that are not of the most frequent kind. */
  long minority() {
    long most = labels.stream().mapToLong(Label::count).max().orElse(0);
    return labelled() + unlabelled - Math.max(most, unlabelled);
  }
}
