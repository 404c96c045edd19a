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

package org.sparkner.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sparkner.tags.TagScheme;

/**
 * What {@code manifest.json} says of a saved model.
 *
 * @param format {@value #FORMAT}
 * @param formatVersion {@value #FORMAT_VERSION}
 * @param algorithm what the model is
 * @param sizes of the network, or of the linear chain; their fields stand in the manifest itself
 * @param scheme BIOES or PLAIN
 * @param labels in the order of the emission columns
 * @param temperature of probabilities, see {@link NerModel#temperature}
 * @param training where the model comes from
 * @param software versions that wrote it, by name
 * @param parts the other files of the model
 */
@RecordBuilder
public record Manifest(
    String format,
    int formatVersion,
    Algorithm algorithm,
    @JsonUnwrapped ModelSizes sizes,
    TagScheme scheme,
    List<String> labels,
    double temperature,
    TrainingSummary training,
    Map<String, String> software,
    List<Part> parts) {
  /** Tells a model's manifest from any other. */
  public static final String FORMAT = "spark-ner-model";

  /** The version that is written, and the only one that is read. */
  public static final int FORMAT_VERSION = 1;

  public Manifest {
    if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("temperature " + temperature + ", above 0 and finite");
    }
    labels = List.copyOf(labels);
    software = new TreeMap<>(software);
    parts = List.copyOf(parts);
  }

  /** Floats in the weights. */
  public long parameters() {
    long parameters = 0;
    for (int[] shape : shapes().values()) {
      parameters += Tensor.size(shape);
    }
    return parameters;
  }

  /** Bytes of all parts. */
  public long bytes() {
    return parts.stream().mapToLong(Part::bytes).sum();
  }

  Map<String, int[]> shapes() {
    return sizes.shapes(labels.size());
  }

  /**
   * A file of the model.
   *
   * @param name its file name
   * @param bytes its length
   * @param sha256 its digest, 64 lower-case hexadecimal digits
   */
  public record Part(String name, long bytes, String sha256) {}
}
