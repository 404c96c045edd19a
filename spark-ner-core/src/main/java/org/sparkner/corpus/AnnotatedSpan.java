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

package org.sparkner.corpus;

import java.util.Objects;

/**
 * An entity over characters as an export has it.
 *
 * @param begin code point of the first character, from 0, unless the texts of a text's spans show
 *     that something else is counted
 * @param end after the last character, counted in the same way
 * @param type entity type, not empty
 * @param text what it is said to cover, or null
 */
public record AnnotatedSpan(int begin, int end, String type, String text) {
  public AnnotatedSpan {
    Objects.requireNonNull(type, "type");
  }
}
