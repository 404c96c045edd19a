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

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;
import org.sparkner.signature.TrustedKeys;

/** Spark's setting that says whose models are loaded. */
public final class TrustedKeysSetting {
  /** A file of public keys, or a directory of such files, of the driver's machine. */
  public static final String NAME = "spark.sparkner.trustedKeys";

  private TrustedKeysSetting() {}

  /**
   * The keys that are trusted. What the application was started with goes before what the session
   * says, so that SQL cannot take it back.
   *
   * @throws UsageException if they are not such keys
   */
  public static TrustedKeys in(SparkSession session) {
    String path = session.sparkContext().getConf().get(NAME, session.conf().get(NAME, null));
    if (path == null) {
      return TrustedKeys.UNCHECKED;
    }
    if (path.isBlank()) {
      throw new UsageException(
          NAME
              + " is empty; give a file or a directory of public keys, or leave it out to load any"
              + " model.");
    }
    return TrustedKeys.read(Path.of(path));
  }
}
