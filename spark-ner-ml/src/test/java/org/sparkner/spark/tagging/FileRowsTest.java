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

package org.sparkner.spark.tagging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import org.apache.spark.SparkException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.Test;
import org.sparkner.error.BadDataException;

class FileRowsTest {
  @Test
  void passesOnWhatSparkThrowsUndeclared() {
    SparkException failure =
        new SparkException(
            "[FAILED_EXECUTE_UDF] Failed to execute user defined function",
            new BadDataException("a.txt:1: found bytes that are not UTF-8"));

    assertThatThrownBy(() -> new FileRows(failing(failure)).hasNext()).isSameAs(failure);
    assertThatThrownBy(() -> new FileRows(failing(failure)).next()).isSameAs(failure);
  }

  @Test
  void passesOnWhatIsNotOfReading() {
    IllegalStateException failure = new IllegalStateException("another");

    assertThatThrownBy(() -> new FileRows(failing(failure)).hasNext()).isSameAs(failure);
  }

  private static Iterator<InternalRow> failing(Exception failure) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        throw FileRowsTest.<RuntimeException>undeclared(failure);
      }

      @Override
      public InternalRow next() {
        throw FileRowsTest.<RuntimeException>undeclared(failure);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> E undeclared(Exception failure) throws E {
    throw (E) failure;
  }
}
