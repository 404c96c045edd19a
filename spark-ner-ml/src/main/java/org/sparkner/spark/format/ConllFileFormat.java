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

package org.sparkner.spark.format;

import java.util.Set;
import org.apache.hadoop.mapreduce.Job;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.types.StructType;
import org.sparkner.corpus.RegisteredFormat;
import scala.collection.immutable.Map;

/**
 * {@code spark.read().format("conll")} and {@code df.write().format("conll")}: files of one token
 * per line, sentences separated by blank lines.
 *
 * <p>Options of reading: {@code columns} (names with commas between), {@code tokenColumn}, {@code
 * tagColumn} and {@code attributeColumn} (a number or a name), {@code comments} (auto, hash, none),
 * {@code docstart} (skip, keep), {@code scheme} (keep, IOB1, IOB2, BIOES), {@code mode} (FAILFAST,
 * DROPMALFORMED, PERMISSIVE) and {@code columnNameOfCorruptRecord}. Options of writing: {@code
 * columns}, {@code tokensCol}, {@code tagsCol}, {@code idCol} and {@code compression}.
 */
public final class ConllFileFormat extends CorpusFileFormat {
  private static final long serialVersionUID = 1L;

  /** Made by Spark. */
  public ConllFileFormat() {
    super(
        "conll",
        RegisteredFormat.CONLL,
        Set.of("columns", "tokenColumn", "tagColumn", "attributeColumn", "comments", "docstart"));
  }

  @Override
  public OutputWriterFactory prepareWrite(
      SparkSession session, Job job, Map<String, String> options, StructType schema) {
    WriteOptions parsed = new WriteOptions(shortName(), options, schema);
    parsed.compress(job.getConfiguration());
    return new LinesWriterFactory(ConllLines.of(parsed), ".conll");
  }
}
