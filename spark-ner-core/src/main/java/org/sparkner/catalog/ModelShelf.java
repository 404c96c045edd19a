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

import java.util.Map;
import java.util.Optional;
import org.sparkner.model.ModelSource;

/** A place where models lie under their names. */
interface ModelShelf {
  /** The parts of the model of this name; empty where there is none. They are not looked into. */
  Optional<ModelSource> find(String name);

  /** The names of all models that lie here, each with where it is, for messages. */
  Map<String, String> names();
}
