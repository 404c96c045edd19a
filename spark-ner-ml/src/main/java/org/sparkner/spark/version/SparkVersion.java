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

package org.sparkner.spark.version;

import org.sparkner.error.UsageException;

/**
 * The Spark that this library is built for. Another one has other methods in its classes, which
 * would show as an error of linking somewhere in the middle.
 */
public final class SparkVersion {
  private static final String SPARK = SparkLine.current().spark();
  private static final String SCALA = SparkLine.current().scala();

  private SparkVersion() {}

  /**
   * Checks the Spark that runs.
   *
   * @throws UsageException if it is not the one that this library is built for
   */
  public static void require() {
    require(
        org.apache.spark.package$.MODULE$.SPARK_VERSION(),
        scala.util.Properties.versionNumberString());
  }

  static void require(String spark, String scala) {
    if (!(spark + ".").startsWith(SPARK + ".") || !(scala + ".").startsWith(SCALA + ".")) {
      throw new UsageException(
          "found Spark "
              + spark
              + " with Scala "
              + scala
              + ", but this Spark NER is built for Spark "
              + SPARK
              + " with Scala "
              + SCALA
              + "; run it on such a Spark (in Python: pip install '"
              + SparkLine.current().pyspark()
              + "'), or take the Spark NER for that one");
    }
  }
}
