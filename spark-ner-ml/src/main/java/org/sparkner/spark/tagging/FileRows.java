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

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.sql.catalyst.InternalRow;
import org.sparkner.error.BadDataException;
import org.sparkner.error.NerException;

/**
 * Rows that may come from files: what keeps Spark from reading one is told with the file's name.
 */
final class FileRows implements Iterator<InternalRow> {
  private final Iterator<InternalRow> rows;

  FileRows(Iterator<InternalRow> rows) {
    this.rows = rows;
  }

  @Override
  public boolean hasNext() {
    try {
      return rows.hasNext();
    } catch (Exception e) {
      throw named(e);
    }
  }

  @Override
  public InternalRow next() {
    try {
      return rows.next();
    } catch (Exception e) {
      throw named(e);
    }
  }

  /** Spark throws checked exceptions that it does not declare, and others are not of reading. */
  private static RuntimeException named(Exception failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      chain.add(cause);
    }
    Throwable root = chain.get(chain.size() - 1);
    String file = file();
    boolean reading = chain.stream().anyMatch(FileRows::isOfReading);
    if (file.isEmpty() || !reading || chain.stream().anyMatch(NerException.class::isInstance)) {
      throw FileRows.<RuntimeException>asItIs(failure);
    }
    boolean cut = root instanceof EOFException || root instanceof ZipException;
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return new BadDataException(
        file
            + ": "
            + (cut ? "found a damaged or truncated file" : "cannot be read")
            + " ("
            + message.strip().replaceAll("(?s)\\R.*", "")
            + "); get it again, or leave it out.",
        failure);
  }

  private static boolean isOfReading(Throwable cause) {
    String kind = cause.getClass().getName();
    return cause instanceof IOException
        || kind.startsWith("org.apache.parquet.")
        || kind.startsWith("org.apache.hadoop.")
        || String.valueOf(cause.getMessage()).contains("while reading file");
  }

  /** The file that this task reads, or nothing. */
  private static String file() {
    String name = InputFileBlockHolder.getInputFilePath().toString();
    if (!name.startsWith("file:")) {
      return name;
    }
    try {
      return URI.create(name).getPath();
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  /** Throws it as it is, whether the compiler would have it declared or not. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> E asItIs(Exception failure) throws E {
    throw (E) failure;
  }
}
