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

package org.sparkner.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sparkner.model.ModelSource;

/**
 * Models as resources below {@value #ROOT}, as the artefacts {@code spark-ner-model-NAME} have
 * them. A model is found without the index, which only tells what there is: so it is found, too,
 * where several jars were made one and their indexes were not joined.
 */
final class ClassPathModels implements ModelShelf {
  static final String ROOT = "org/sparkner/models/";

  /** A name a line. Every artefact has one. */
  static final String INDEX = ROOT + "index";

  private static final String MANIFEST = "/model/manifest.json";

  private final Set<ClassLoader> loaders = new LinkedHashSet<>();

  /**
   * @param loaders asked in this order; null is left out
   */
  ClassPathModels(ClassLoader... loaders) {
    Collections.addAll(this.loaders, loaders);
    this.loaders.removeIf(Objects::isNull);
  }

  @Override
  public Optional<ModelSource> find(String name) {
    return loaders.stream()
        .map(loader -> loader.getResource(ROOT + name + MANIFEST))
        .filter(Objects::nonNull)
        .findFirst()
        .map(ResourceModelStorage::new);
  }

  @Override
  public Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    for (ClassLoader loader : loaders) {
      try {
        for (URL index : Collections.list(loader.getResources(INDEX))) {
          addNames(index, names);
        }
      } catch (IOException e) {
        // It is asked for a message about something else; what cannot be listed is not shown there.
        continue;
      }
    }
    return names;
  }

  private static void addNames(URL index, Map<String, String> names) throws IOException {
    String url = index.toString();
    String where =
        url.substring(0, url.length() - INDEX.length()).replaceFirst("^jar:", "").replace("!/", "");
    URLConnection connection = index.openConnection();
    connection.setUseCaches(false);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(name -> names.putIfAbsent(name, where));
    }
  }
}
