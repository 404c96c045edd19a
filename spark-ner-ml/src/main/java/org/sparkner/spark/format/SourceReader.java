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

import java.io.Serializable;
import java.util.Collections;
import java.util.Objects;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.corpus.BratFormat;
import org.sparkner.corpus.CorpusFile;
import org.sparkner.corpus.MalformedRecordException;
import org.sparkner.corpus.TagReading;
import org.sparkner.corpus.WarningLimit;
import org.sparkner.tags.TagCounts;
import org.sparkner.tags.TagSpelling;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.runtime.AbstractFunction1;

/** Opens a file on an executor and gives its sentences as rows. */
final class SourceReader extends AbstractFunction1<PartitionedFile, Iterator<InternalRow>>
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(SourceReader.class);

  private final SourceOptions options;
  private final StructType expected;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final LongAccumulator malformed;

  SourceReader(
      SourceOptions options,
      StructType expected,
      Broadcast<SerializableConfiguration> hadoop,
      LongAccumulator malformed) {
    this.options = options;
    this.expected = expected;
    this.hadoop = hadoop;
    this.malformed = malformed;
  }

  @Override
  public Iterator<InternalRow> apply(PartitionedFile file) {
    HadoopFile opened = new HadoopFile(file.toPath(), hadoop.value().value());
    if (!options.format().reads(opened.path().getName())) {
      warnOfText(opened);
      return JavaConverters.asScalaIterator(Collections.emptyIterator());
    }
    WarningLimit warnings = new WarningLimit(LOG::warn);
    SentenceReading reading = SentenceReading.of(opened, options, warnings);
    TaskContext task = TaskContext.get();
    if (task != null) {
      TaskCompletionListener close =
          context -> {
            reading.close();
            warnings.close();
          };
      task.addTaskCompletionListener(close);
    }
    SentencesByMode sentences = new SentencesByMode(reading, options.mode(), malformed);
    return JavaConverters.asScalaIterator(
        new SourceRows(sentences, expected, options, spelling(opened)));
  }

  /** A text of brat that nobody annotated. */
  private static void warnOfText(HadoopFile file) {
    if (file.name().endsWith(BratFormat.TEXTS)) {
      CorpusFile annotations = file.withEnding(BratFormat.TEXTS, BratFormat.ANNOTATIONS);
      if (!annotations.exists()) {
        LOG.warn("{}: found no {}; left out.", file.name(), annotations.name());
      }
    }
  }

  /** The tags are converted by how those of the whole file are spelled, so it is read first. */
  private TagSpelling spelling(CorpusFile file) {
    boolean converted =
        options.scheme() != null && expected.getFieldIndex(SourceSchema.TAGS).isDefined();
    if (!converted) {
      return TagSpelling.PLAIN;
    }
    TagCounts tags = new TagCounts();
    try (SentenceReading reading = SentenceReading.of(file, options, warning -> {})) {
      while (count(reading, tags)) {
        continue;
      }
      return TagReading.DETECT.spelling(
          tags, tag -> Objects.requireNonNullElse(reading.placeOf(tag), file.name()));
    }
  }

  /** Whether there was another sentence. */
  private static boolean count(SentenceReading reading, TagCounts tags) {
    try {
      SourceSentence sentence = reading.next();
      if (sentence != null && sentence.tags() != null) {
        tags.add(sentence.tags());
      }
      return sentence != null;
    } catch (MalformedRecordException e) {
      // What becomes of it is settled when the file is read for its rows.
      return true;
    }
  }
}
