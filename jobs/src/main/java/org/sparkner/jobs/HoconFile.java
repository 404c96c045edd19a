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

package org.sparkner.jobs;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sparkner.error.UsageException;

/** A file in HOCON that an option names. */
record HoconFile(String option, Path path) {
  /**
   * What is in it; at least one key.
   *
   * @throws UsageException if it cannot be read, is no HOCON or has no key
   */
  ConfigObject read() {
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new UsageException(this + " is no readable file");
    }
    ConfigObject root;
    try {
      root = ConfigFactory.parseFile(path.toFile()).resolve().root();
    } catch (ConfigException e) {
      throw new UsageException(option + " " + e.getMessage().replaceAll("\\s+", " "), e);
    }
    if (root.isEmpty()) {
      throw new UsageException(this + " has no rows");
    }
    return root;
  }

  /** For messages. */
  @Override
  public String toString() {
    return option + " " + path;
  }
}
