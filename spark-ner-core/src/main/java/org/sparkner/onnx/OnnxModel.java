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

package org.sparkner.onnx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model in the format ONNX.
 *
 * @param irVersion of the format; 1 to 13 so far
 * @param producer the program that made it; may be empty
 * @param operatorSets those that its nodes are of
 * @param metadata texts by name
 * @param other fields that this record does not name
 */
public record OnnxModel(
    long irVersion,
    String producer,
    List<OperatorSet> operatorSets,
    Map<String, String> metadata,
    Graph graph,
    ByteBuffer other) {
  public OnnxModel {
    operatorSets = List.copyOf(operatorSets);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** A model of these parts and no others. */
  public static OnnxModel of(
      long irVersion,
      String producer,
      List<OperatorSet> operatorSets,
      Map<String, String> metadata,
      Graph graph) {
    return new OnnxModel(irVersion, producer, operatorSets, metadata, graph, OtherFields.NONE);
  }

  void write(ProtobufOutput out) {
    out.wholeNumber(1, irVersion);
    if (!producer.isEmpty()) {
      out.text(2, producer);
    }
    out.message(7, graph::write);
    operatorSets.forEach(set -> out.message(8, set::write));
    metadata.forEach(
        (key, value) ->
            out.message(
                14,
                entry -> {
                  entry.text(1, key);
                  entry.text(2, value);
                }));
    out.bytes(other);
  }

  static OnnxModel read(ProtobufInput in) {
    long irVersion = 0;
    String producer = "";
    List<OperatorSet> operatorSets = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    Graph graph = null;
    OtherFields other = new OtherFields();
    while (in.next()) {
      switch (in.number()) {
        case 1 -> irVersion = in.wholeNumber();
        case 2 -> producer = in.text();
        case 7 -> {
          if (graph != null) {
            throw in.faultAtTag("a second graph", "one");
          }
          graph = Graph.read(in.message());
        }
        case 8 -> operatorSets.add(OperatorSet.read(in.message()));
        case 14 -> addEntry(in, metadata);
        default -> other.skip(in);
      }
    }
    if (graph == null) {
      throw in.fault().at(in.position(), "no graph", "a model's graph");
    }
    return new OnnxModel(irVersion, producer, operatorSets, metadata, graph, other.toBuffer());
  }

  private static void addEntry(ProtobufInput in, Map<String, String> metadata) {
    String key = "";
    String value = "";
    ProtobufInput entry = in.message();
    while (entry.next()) {
      switch (entry.number()) {
        case 1 -> key = entry.text();
        case 2 -> value = entry.text();
        default -> entry.skip();
      }
    }
    if (metadata.put(key, value) != null) {
      throw in.faultAtTag("metadata " + key + " twice", "each name once");
    }
  }
}
