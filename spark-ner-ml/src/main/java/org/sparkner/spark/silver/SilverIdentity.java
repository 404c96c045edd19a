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

package org.sparkner.spark.silver;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparkner.model.NerModel;

/**
 * What a silver table follows from.
 *
 * @param teacher SHA-256 of the teacher's parts, in lower-case hexadecimal
 * @param rows of the text, nulls among them
 * @param text hash over the rows in any order, in lower-case hexadecimal
 */
record SilverIdentity(String teacher, long rows, String text) {
  /** Rows' hashes are summed modulo so much, so that the sum of many stays a whole number. */
  private static final long MODULUS = 1L << 31;

  /**
   * That of a teacher and a text, which is read for it once.
   *
   * @param input column that the teacher tags
   */
  static SilverIdentity of(NerModel teacher, Dataset<?> text, Column input) {
    Column hash = functions.xxhash64(input);
    Row found =
        text.select(hash.as("hash"))
            .agg(
                functions.count(functions.lit(1)),
                functions.sum(functions.pmod(functions.col("hash"), functions.lit(MODULUS))),
                functions.expr("bit_xor(hash)"))
            .first();
    long rows = found.getLong(0);
    String print =
        rows == 0
            ? "0"
            : Long.toHexString(found.getLong(1)) + "-" + Long.toHexString(found.getLong(2));
    return new SilverIdentity(ModelDigest.of(teacher), rows, print);
  }
}
