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

package org.sparkner.jobs.documents;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputFile;
import org.sparkner.view.DocumentsPage;
import org.sparkner.view.TaggedRecords;
import org.sparkner.view.ViewedDocument;

/** Writes the page of an output of tagging. */
public final class DocumentsFile {
  /** Documents that a page shows where nothing else was asked for. */
  public static final int DOCUMENTS = 10_000;

  private final Location tagged;
  private final Columns columns;
  private final int documents;

  /**
   * Columns that were named; null for those that are found.
   *
   * @param text of the text or the tokens
   * @param id that names a document
   */
  public record Columns(String text, String id) {}

  /**
   * @param tagged output of tagging
   * @param documents to show at most, at least 1
   */
  public DocumentsFile(Location tagged, Columns columns, int documents) {
    this.tagged = tagged;
    this.columns = columns;
    this.documents = documents;
  }

  /**
   * Writes the page and gives the number of documents that it shows.
   *
   * @param spark asked for where Parquet is to be read
   * @throws BadDataException if that is not what tagging writes
   * @throws UsageException if the page cannot be written
   */
  public int write(OutputFile file, Supplier<SparkSession> spark) {
    TaggedFiles files = TaggedFiles.in(tagged);
    TaggedRecords records = new TaggedRecords(columns.text(), "entities", columns.id());
    int[] shown = new int[1];
    file.write(
        out -> {
          try (DocumentsPage page = DocumentsPage.open(out, tagged.name())) {
            files.read(records, spark, document -> add(document, page, shown));
          }
        });
    return shown[0];
  }

  private boolean add(ViewedDocument document, DocumentsPage page, int[] shown) throws IOException {
    if (shown[0] == documents) {
      page.note(
          String.format(
              Locale.ROOT, "There are more in %s than the first %,d", tagged.name(), documents));
      return false;
    }
    page.add(document);
    shown[0]++;
    return true;
  }
}
