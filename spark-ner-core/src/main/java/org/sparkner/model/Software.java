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

package org.sparkner.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** This software, by name and version. */
public final class Software {
  /** Name of the project. */
  public static final String NAME = "Spark NER";

  private static final String VERSION = readVersion();

  private Software() {}

  /** Version of the project, such as {@code 0.1.0}. */
  public static String version() {
    return VERSION;
  }

  static Map<String, String> versions() {
    return Map.of("spark-ner", VERSION, "java", System.getProperty("java.version"));
  }

  private static String readVersion() {
    try (InputStream in = Software.class.getResourceAsStream("software.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
