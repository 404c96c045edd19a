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
 * {@code spark.read().format("annotations")} and {@code df.write().format("annotations")}: JSON of
 * annotation tools, an object on each line or an array of them. What is read: the exports of
 * doccano, Label Studio, Prodigy and spaCy, and data sets with {@code tokens} and {@code ner_tags};
 * {@link org.sparkner.corpus.JsonLinesFormat} lists their fields. An object is a document.
 *
 * <p>Options of reading: {@code language} (BCP 47 tag of texts that are not split, en), {@code
 * attributeColumn} (field of an array of strings), {@code scheme}, {@code mode} and {@code
 * columnNameOfCorruptRecord}. Options of writing: {@code style} (spacy, bio), {@code textCol},
 * {@code tokensCol}, {@code tagsCol}, {@code entitiesCol}, {@code idCol} and {@code compression}.
 */
public final class AnnotationsFileFormat extends CorpusFileFormat {
  private static final long serialVersionUID = 1L;

  /** Made by Spark. */
  public AnnotationsFileFormat() {
    super("annotations", RegisteredFormat.JSONL, Set.of("language", "attributeColumn"));
  }

  @Override
  public OutputWriterFactory prepareWrite(
      SparkSession session, Job job, Map<String, String> options, StructType schema) {
    WriteOptions parsed = new WriteOptions(shortName(), options, schema);
    parsed.compress(job.getConfiguration());
    return new LinesWriterFactory(parsed.style().lines(parsed), ".jsonl");
  }
}
