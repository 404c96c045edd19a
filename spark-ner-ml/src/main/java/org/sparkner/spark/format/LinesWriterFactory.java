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

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.CodecStreams;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.types.StructType;
import scala.Function1;

/** Opens the files of lines that tasks write, in UTF-8. */
final class LinesWriterFactory extends OutputWriterFactory {
  private static final long serialVersionUID = 1L;

  private final RowLines lines;
  private final String ending;

  /**
   * @param ending of the files' names, before that of the compression
   */
  LinesWriterFactory(RowLines lines, String ending) {
    this.lines = lines;
    this.ending = ending;
  }

  @Override
  public String getFileExtension(TaskAttemptContext context) {
    return ending + CodecStreams.getCompressionExtension(context);
  }

  @Override
  public OutputWriter newInstance(String path, StructType schema, TaskAttemptContext context) {
    return new LinesWriter(path, lines, schema, context);
  }

  private static final class LinesWriter extends OutputWriter {
    private final String path;
    private final RowLines lines;
    private final Function1<Object, Object> rows;
    private final OutputStream out;

    LinesWriter(String path, RowLines lines, StructType schema, TaskAttemptContext context) {
      this.path = path;
      this.lines = lines;
      this.rows = CatalystTypeConverters.createToScalaConverter(schema);
      this.out = CodecStreams.createOutputStream(context, new Path(path));
    }

    @Override
    public void write(InternalRow row) {
      try {
        for (String line : lines.of((Row) rows.apply(row))) {
          out.write(line.getBytes(StandardCharsets.UTF_8));
          out.write('\n');
        }
      } catch (IOException e) {
        throw LinesWriter.<RuntimeException>asItIs(e);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException e) {
        throw LinesWriter.<RuntimeException>asItIs(e);
      }
    }

    @Override
    public String path() {
      return path;
    }

    /** Spark expects what a file system throws, which its Scala does not declare. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E asItIs(Exception failure) throws E {
      throw (E) failure;
    }
  }
}
