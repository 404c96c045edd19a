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

package org.sparkner.spark.conll;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.sparkner.corpus.ColumnsLine;
import org.sparkner.corpus.ColumnsLineReader;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.BadDataException;
import org.sparkner.tags.TagCounts;
import org.sparkner.tags.TagSpelling;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.runtime.AbstractFunction1;

/** Opens a file on an executor and gives its sentences as rows. */
final class ConllFileReader extends AbstractFunction1<PartitionedFile, Iterator<InternalRow>>
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ConllOptions options;
  private final StructType wanted;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final LongAccumulator malformed;

  ConllFileReader(
      ConllOptions options,
      StructType wanted,
      Broadcast<SerializableConfiguration> hadoop,
      LongAccumulator malformed) {
    this.options = options;
    this.wanted = wanted;
    this.hadoop = hadoop;
    this.malformed = malformed;
  }

  @Override
  public Iterator<InternalRow> apply(PartitionedFile file) {
    Path path = file.toPath();
    ColumnsLineReader lines = new ColumnsLineReader(open(path), path.toString(), options.format());
    TaskContext task = TaskContext.get();
    if (task != null) {
      task.addTaskCompletionListener((TaskCompletionListener) context -> lines.close());
    }
    ConllSentences sentences = new ConllSentences(lines, options, malformed);
    ConllRows rows = new ConllRows(sentences, wanted, options, spelling(path));
    return JavaConverters.asScalaIterator(rows);
  }

  /** The tags are converted by how those of the whole file are spelled, so it is read first. */
  private TagSpelling spelling(Path path) {
    boolean converted =
        options.scheme() != null && wanted.getFieldIndex(ConllSchema.TAGS).isDefined();
    if (!converted) {
      return TagSpelling.PLAIN;
    }
    TagCounts tags = new TagCounts();
    Map<String, String> places = new HashMap<>();
    try (ColumnsLineReader lines =
        new ColumnsLineReader(open(path), path.toString(), options.format())) {
      for (ColumnsLine line = lines.next(); line != null; line = lines.next()) {
        if (line instanceof ColumnsLine.Token token && token.tag() != null) {
          tags.add(List.of(token.tag()));
          places.computeIfAbsent(token.tag(), tag -> lines.place());
        }
      }
    }
    return TagReading.DETECT.spelling(tags, places::get);
  }

  private InputStream open(Path path) {
    Configuration conf = hadoop.value().value();
    try {
      InputStream in = path.getFileSystem(conf).open(path);
      CompressionCodec codec = new CompressionCodecFactory(conf).getCodec(path);
      return codec == null ? in : codec.createInputStream(in);
    } catch (IOException e) {
      throw new BadDataException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
