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

package org.sparkner.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sparkner.error.BadDataException;

/**
 * A document that is shown.
 *
 * @param title names it; empty for none
 * @param text any text
 * @param entities in the order of the text, none overlapping another
 */
public record ViewedDocument(String title, String text, List<ViewedEntity> entities) {
  /**
   * @throws BadDataException if an entity lies outside the text
   */
  public ViewedDocument {
    int length = text.codePointCount(0, text.length());
    List<ViewedEntity> apart = new ArrayList<>();
    int free = 0;
    for (ViewedEntity entity : ordered(entities)) {
      if (entity.begin() < 0 || entity.end() <= entity.begin() || entity.end() > length) {
        throw new BadDataException(
            (title.isEmpty() ? "a document" : title)
                + ": an entity is at "
                + entity.begin()
                + " to "
                + entity.end()
                + " of a text of "
                + length
                + " characters; give the text that was tagged");
      }
      if (entity.begin() >= free) {
        apart.add(entity);
        free = entity.end();
      }
    }
    entities = List.copyOf(apart);
  }

  /** Of those that overlap, the one that begins first and then the longest is shown. */
  private static List<ViewedEntity> ordered(List<ViewedEntity> entities) {
    return entities.stream()
        .sorted(
            Comparator.comparingInt(ViewedEntity::begin)
                .thenComparing(Comparator.comparingInt(ViewedEntity::end).reversed()))
        .toList();
  }

  /**
   * A document of tokens, joined by spaces.
   *
   * @param entities whose offsets count tokens
   * @throws BadDataException if an entity lies outside the tokens
   */
  public static ViewedDocument ofTokens(
      String title, List<String> tokens, List<ViewedEntity> entities) {
    int[] begins = new int[tokens.size()];
    int[] ends = new int[tokens.size()];
    int length = 0;
    for (int i = 0; i < begins.length; i++) {
      begins[i] = length;
      ends[i] = length + tokens.get(i).codePointCount(0, tokens.get(i).length());
      length = ends[i] + 1;
    }
    List<ViewedEntity> placed = new ArrayList<>();
    for (ViewedEntity entity : entities) {
      if (entity.begin() < 0 || entity.end() <= entity.begin() || entity.end() > begins.length) {
        throw new BadDataException(
            (title.isEmpty() ? "a document" : title)
                + ": an entity is of the tokens "
                + entity.begin()
                + " to "
                + entity.end()
                + ", but there are "
                + begins.length
                + "; give the tokens that were tagged");
      }
      placed.add(
          new ViewedEntity(
              begins[entity.begin()], ends[entity.end() - 1], entity.type(), entity.confidence()));
    }
    return new ViewedDocument(title, String.join(" ", tokens), placed);
  }
}
