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

package org.sparkner.option;

/** True or false. */
public record Flag() implements Kind<Boolean> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<Boolean> type() {
    return Boolean.class;
  }

  @Override
  public String needs() {
    return "true or false";
  }

  @Override
  public String range() {
    return "";
  }

  @Override
  public boolean accepts(Boolean value) {
    return true;
  }

  @Override
  public Boolean parse(String text) {
    return switch (text.strip()) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
