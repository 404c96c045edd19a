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

package org.sparkner.spark.resource;

import java.io.InputStream;
import java.util.List;

/**
 * A file or directory that a user named, on any file system. Failures to ask or to read it are
 * {@link org.sparkner.error.BadDataException}, or {@link org.sparkner.error.UsageException} where
 * its file system cannot be used.
 */
public interface Resource {
  /** What messages call it: a path or a URI. */
  String name();

  /** Whether there is anything of this name. */
  boolean exists();

  boolean isDirectory();

  /** Names of what is directly in the directory, in any order. */
  List<String> list();

  /** What has this name inside of the directory. */
  Resource child(String name);

  /** Opens the file, which is there. */
  InputStream open();
}
