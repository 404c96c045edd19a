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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a page is made of, apart from its data.
 *
 * @param body HTML of the body, without scripts
 * @param styles CSS
 * @param scripts JavaScript, run in this order after the body and all data have been read
 */
public record PageParts(String body, List<String> styles, List<String> scripts) {
  public PageParts {
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
  }

  /** The CSS that all pages share: colours for light and dark, entities, print. */
  public static String sharedStyle() {
    return text(PageParts.class, "page.css");
  }

  /** The JavaScript that all pages share: {@code SparkNer}, which reads data and shows spans. */
  public static String sharedScript() {
    return text(PageParts.class, "page.js");
  }

  /**
   * The text of a resource.
   *
   * @param beside a class of the package that it lies in
   * @throws IllegalStateException if there is none of this name
   */
  public static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "The resource " + name + " is missing beside " + beside.getName() + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
