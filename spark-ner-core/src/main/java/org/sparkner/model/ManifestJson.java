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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.ContextualVectors;
import org.sparkner.tags.TagScheme;

/** The manifest as JSON, byte for byte the same for the same manifest. */
final class ManifestJson {
  static final String NAME = "manifest.json";

  /** More than a manifest of ten thousand labels. */
  static final int MOST_BYTES = 4 << 20;

  private ManifestJson() {}

  static byte[] write(Manifest manifest) {
    try {
      String json =
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
              .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .build()
              .writeValueAsString(manifest);
      return (json + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A manifest that cannot be written: " + manifest, e);
    }
  }

  /**
   * Fields that this version does not know are ignored.
   *
   * @throws org.sparkner.error.BadModelException if a field is missing or of the wrong kind, or the
   *     format version is unknown
   */
  static Manifest read(byte[] json, PartFault fault) {
    JsonFields fields = JsonFields.parse(json, fault);
    checkVersion(fields, fault);
    try {
      Algorithm algorithm = algorithm(fields);
      return new Manifest(
          Manifest.FORMAT,
          Manifest.FORMAT_VERSION,
          algorithm,
          algorithm == Algorithm.NEURAL ? networkSizes(fields) : linearSizes(fields),
          TagScheme.valueOf(fields.text("scheme")),
          fields.list("labels", label -> label.text("")),
          fields.number("temperature", 1),
          training(fields.object("training")),
          map(fields.object("software"), JsonFields::text),
          fields.list("parts", part -> part(part.object(""))));
    } catch (IllegalArgumentException | UsageException e) {
      throw fault.of(e.getMessage(), "the manifest of a model", e);
    }
  }

  private static void checkVersion(JsonFields fields, PartFault fault) {
    String format = fields.text("format");
    if (!format.equals(Manifest.FORMAT)) {
      throw fault.of("format " + format, Manifest.FORMAT);
    }
    int version = fields.integer("formatVersion");
    if (version != Manifest.FORMAT_VERSION) {
      throw fault.of(
          "format version " + version,
          "version " + Manifest.FORMAT_VERSION,
          "read it with the release that wrote it, or train the model again with "
              + Software.NAME
              + " "
              + Software.version());
    }
  }

  /** Networks were saved without, before there were others. */
  private static Algorithm algorithm(JsonFields fields) {
    return fields.has("algorithm") ? Algorithm.named(fields.text("algorithm")) : Algorithm.NEURAL;
  }

  private static NetworkSizes networkSizes(JsonFields fields) {
    return new NetworkSizes(
        architecture(fields.object("architecture")),
        fields.integer("wordRows"),
        fields.integer("characterIds"),
        fields.integer("affixes", 0),
        fields.integer("attributeValues", 0));
  }

  private static LinearSizes linearSizes(JsonFields fields) {
    return new LinearSizes(
        fields.list("templates", template -> template.text("")),
        fields.integer("features"),
        fields.integer("featureWeights"));
  }

  /** The parts that the first models do not name are those that they all had. */
  private static Architecture architecture(JsonFields fields) {
    return new Architecture(
        fields.integer("wordDimension"),
        CharacterEncoder.named(fields.text("charEncoder", CharacterEncoder.CNN.toString())),
        fields.integer("characterDimension"),
        fields.integer("characterFilters"),
        fields.has("characterWidths")
            ? fields.list("characterWidths", width -> width.integer(""))
            : List.of(fields.integer("characterWidth")),
        fields.integer("characterBlocks", Architecture.CHARACTER_BLOCKS),
        fields.integer("maxWordLength"),
        WordEncoder.named(fields.text("encoder", WordEncoder.LSTM.toString())),
        fields.integer("layers", 1),
        fields.flag("bidirectional", true),
        fields.integer("hidden"),
        fields.integer("windowWidth", Architecture.WINDOW_WIDTH),
        Decoder.named(fields.text("decoder", Decoder.CRF.toString())),
        fields.has("features") ? features(fields.object("features")) : InputFeatures.NONE);
  }

  private static InputFeatures features(JsonFields fields) {
    return new InputFeatures(
        fields.integer("capitalisationDimension", 0),
        fields.integer("affixDimension", 0),
        fields.integer("gazetteerDimension", 0),
        fields.integer("gazetteerTypes", 0),
        fields.integer("attributeDimension", 0),
        fields.has("contextual") ? contextual(fields.object("contextual")) : null);
  }

  private static ContextualVectors contextual(JsonFields fields) {
    return new ContextualVectors(
        fields.text("output"),
        fields.integer("dimension"),
        fields.flag("lowerCase", true),
        fields.flag("stripAccents", true),
        fields.integer("positions"),
        fields.flag("wholeDocument", false));
  }

  private static TrainingSummary training(JsonFields fields) {
    return new TrainingSummary(
        fields.text("language"),
        fields.text("sourceScheme"),
        fields.longInteger("trainingSentences"),
        fields.longInteger("trainingTokens"),
        fields.text("trainingFingerprint"),
        fields.longInteger("seed"),
        fields.integer("epoch"),
        map(fields.object("metrics"), JsonFields::number));
  }

  private static Manifest.Part part(JsonFields fields) {
    return new Manifest.Part(
        fields.text("name"), fields.longInteger("bytes"), fields.text("sha256"));
  }

  private static <T> Map<String, T> map(
      JsonFields fields, BiFunction<JsonFields, String, T> value) {
    Map<String, T> map = new TreeMap<>();
    for (String name : fields.names()) {
      map.put(name, value.apply(fields, name));
    }
    return map;
  }
}
