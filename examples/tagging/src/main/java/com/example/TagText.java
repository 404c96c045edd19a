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

package com.example;

import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Tagger;

/** Prints the entities of a text: {@code TagText MODEL TEXT}, where MODEL is a name or a path. */
public final class TagText {
  private TagText() {}

  public static void main(String[] arguments) {
    Tagger tagger = Tagger.pretrained(arguments[0]);
    for (Entity entity : tagger.tag(arguments[1])) {
      System.out.println(entity.type() + " " + entity.text() + " " + entity.confidence());
    }
  }
}
