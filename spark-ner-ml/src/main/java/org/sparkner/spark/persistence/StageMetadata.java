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

package org.sparkner.spark.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsReader$;
import org.apache.spark.ml.util.DefaultParamsWriter$;
import org.sparkner.error.BadModelException;
import org.sparkner.option.Options;
import scala.Option;

/**
 * Spark ML's own {@code metadata} folder of a saved stage: one line of JSON, in the files that
 * Spark would write and read. Spark takes the path for a pattern when it reads; here it is a name,
 * so that a comma or a bracket in it is one. What makes and takes the line apart is open to Java
 * but not part of Spark's public API, so nothing else here calls it.
 */
public final class StageMetadata {
  public static final String FOLDER = "metadata";

  private StageMetadata() {}

  static void write(Params stage, FileSystem files, Path directory, SparkContext context)
      throws IOException {
    String json =
        DefaultParamsWriter$.MODULE$.getMetadataToSave(
            stage, context, Option.empty(), Option.empty());
    Path folder = new Path(directory, FOLDER);
    try (OutputStream out = files.create(new Path(folder, "part-00000"), true)) {
      out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    }
    files.create(new Path(folder, "_SUCCESS"), true).close();
  }

  /**
   * What a stage was saved with.
   *
   * @throws BadModelException if it is missing, damaged or of another stage
   */
  static DefaultParamsReader.Metadata read(FileSystem files, Path directory, Class<?> stage)
      throws IOException {
    String json = line(files, new Path(directory, FOLDER));
    DefaultParamsReader.Metadata metadata;
    try {
      metadata = DefaultParamsReader$.MODULE$.parseMetadata(json, "");
    } catch (Exception e) { // Scala does not say what: Jackson's, or json4s's of what is missing
      throw new BadModelException(
          directory + " has damaged metadata: they are no JSON of a Spark ML stage.", e);
    }
    if (!metadata.className().equals(stage.getName())) {
      throw new BadModelException(
          directory
              + " holds a "
              + metadata.className()
              + ", not a "
              + stage.getSimpleName()
              + "; load it by its own class.");
    }
    refuseFormerNames(json, directory);
    return metadata;
  }

  /** Params are found by their present names only. */
  private static void refuseFormerNames(String json, Path directory) throws IOException {
    JsonNode metadata = new ObjectMapper().readTree(json);
    for (String map : new String[] {"paramMap", "defaultParamMap"}) {
      Iterator<String> names = metadata.path(map).fieldNames();
      while (names.hasNext()) {
        String former = names.next();
        Options.formerlyNamed(former)
            .ifPresent(
                option -> {
                  throw new BadModelException(
                      directory
                          + " has the param "
                          + former
                          + ", which is now "
                          + option
                          + "; make the stage again and save it.");
                });
      }
    }
  }

  /** The first line of the files. */
  private static String line(FileSystem files, Path folder) throws IOException {
    FileStatus[] parts;
    try {
      parts = files.listStatus(folder, path -> !path.getName().matches("[._].*"));
    } catch (FileNotFoundException e) {
      throw new BadModelException(
          folder + " does not exist; expected the directory of a saved stage.", e);
    }
    Arrays.sort(parts);
    for (FileStatus part : parts) {
      try (InputStream in = open(files, part.getPath());
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        String line = lines.readLine();
        if (line != null) {
          return line;
        }
      }
    }
    throw new BadModelException(folder + " is empty; it was not saved completely.");
  }

  private static InputStream open(FileSystem files, Path part) throws IOException {
    CompressionCodec codec = new CompressionCodecFactory(files.getConf()).getCodec(part);
    InputStream in = files.open(part);
    return codec == null ? in : codec.createInputStream(in);
  }

  /** Sets the params of a stage as they were saved. */
  static void restore(Params stage, DefaultParamsReader.Metadata metadata) {
    metadata.getAndSetParams(stage, Option.empty());
  }
}
