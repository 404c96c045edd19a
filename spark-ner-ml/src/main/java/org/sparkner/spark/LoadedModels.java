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

package org.sparkner.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Models that calls of the SQL function named, each read when it is first needed and then kept. */
final class LoadedModels {
  private final Map<String, NerTaggerModel> models = new ConcurrentHashMap<>();

  /**
   * @param name of a model, or the path of a saved stage
   * @throws org.sparkner.error.BadModelException if there is none
   */
  NerTaggerModel get(String name) {
    return models.computeIfAbsent(name, NerTaggerModel::pretrained);
  }
}
