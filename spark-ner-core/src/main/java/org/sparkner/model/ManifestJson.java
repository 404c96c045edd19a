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
import java.util.function.Function;
import org.sparkner.error.UsageException;
import org.sparkner.kernel.RowBits;
import org.sparkner.lexicon.Subwords;
import org.sparkner.lexicon.WordCompression;
import org.sparkner.lexicon.WordTier;
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
   * Reads what {@link #write} wrote.
   *
   * @throws org.sparkner.error.BadModelException if a field is missing, unknown or of the wrong
   *     kind, or the format version is unknown
   */
  static Manifest read(byte[] json, PartFault fault) {
    JsonFields fields = JsonFields.parse(json, fault);
    checkVersion(fields, fault);
    try {
      return whole(fields, ManifestJson::manifest);
    } catch (IllegalArgumentException | UsageException e) {
      throw fault.of(e.getMessage(), "the manifest of a model", e);
    }
  }

  private static <T> T whole(JsonFields fields, Function<JsonFields, T> reading) {
    T value = reading.apply(fields);
    fields.requireNoOthers();
    return value;
  }

  private static Manifest manifest(JsonFields fields) {
    Algorithm algorithm = Algorithm.named(fields.text("algorithm"));
    return ManifestBuilder.builder()
        .format(fields.text("format"))
        .formatVersion(fields.integer("formatVersion"))
        .algorithm(algorithm)
        .sizes(
            switch (algorithm) {
              case NEURAL -> networkSizes(fields);
              case CLASSIFIER -> classifierSizes(fields);
              case HMM, MEMM, CRF -> linearSizes(fields);
            })
        .scheme(TagScheme.valueOf(fields.text("scheme")))
        .labels(fields.list("labels", label -> label.text("")))
        .temperature(fields.number("temperature"))
        .training(whole(fields.object("training"), ManifestJson::training))
        .software(map(fields.object("software"), JsonFields::text))
        .parts(fields.list("parts", part -> whole(part.object(""), ManifestJson::part)))
        .build();
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

  private static NetworkSizes networkSizes(JsonFields fields) {
    return NetworkSizesBuilder.builder()
        .architecture(whole(fields.object("architecture"), ManifestJson::architecture))
        .wordRows(fields.integer("wordRows"))
        .characterIds(fields.integer("characterIds"))
        .affixes(fields.integer("affixes"))
        .attributeValues(fields.integer("attributeValues"))
        .compression(
            fields.has("compression")
                ? whole(fields.object("compression"), ManifestJson::compression)
                : null)
        .build();
  }

  /** There only where a network's word vectors are compressed. */
  private static WordCompression compression(JsonFields fields) {
    return new WordCompression(
        bits(fields),
        fields.has("frequent")
            ? fields.list("frequent", tier -> whole(tier.object(""), ManifestJson::tier))
            : List.of(),
        whole(fields.object("subwords"), ManifestJson::subwords),
        fields.integer("filterBytes"));
  }

  private static WordTier tier(JsonFields fields) {
    return new WordTier(fields.integer("rows"), bits(fields));
  }

  private static RowBits bits(JsonFields fields) {
    return fields.isList("bits")
        ? RowBits.each(fields.list("bits", bits -> bits.integer("")))
        : RowBits.equal(fields.integer("bits"));
  }

  private static Subwords subwords(JsonFields fields) {
    return new Subwords(
        fields.integer("rows"), fields.integer("shortest"), fields.integer("longest"));
  }

  private static LinearSizes linearSizes(JsonFields fields) {
    return new LinearSizes(
        fields.list("templates", template -> template.text("")),
        fields.integer("features"),
        fields.integer("featureWeights"));
  }

  private static ClassifierSizes classifierSizes(JsonFields fields) {
    return new ClassifierSizes(
        whole(fields.object("logits"), ManifestJson::contextual),
        TagScheme.valueOf(fields.text("columnScheme")),
        fields.list("columns", column -> column.text("")));
  }

  private static Architecture architecture(JsonFields fields) {
    return ArchitectureBuilder.builder()
        .wordDimension(fields.integer("wordDimension"))
        .characterEncoder(CharacterEncoder.named(fields.text("characterEncoder")))
        .characterDimension(fields.integer("characterDimension"))
        .characterFilters(fields.integer("characterFilters"))
        .characterWidths(fields.list("characterWidths", width -> width.integer("")))
        .characterBlocks(fields.integer("characterBlocks"))
        .maxWordLength(fields.integer("maxWordLength"))
        .wordEncoder(WordEncoder.named(fields.text("wordEncoder")))
        .layers(fields.integer("layers"))
        .bidirectional(fields.flag("bidirectional"))
        .hidden(fields.integer("hidden"))
        .windowWidth(fields.integer("windowWidth"))
        .decoder(Decoder.named(fields.text("decoder")))
        .features(whole(fields.object("features"), ManifestJson::features))
        .build();
  }

  /** {@code contextual} is there only where a network reads a pretrained encoder. */
  private static InputFeatures features(JsonFields fields) {
    return InputFeaturesBuilder.builder()
        .capitalisationDimension(fields.integer("capitalisationDimension"))
        .affixDimension(fields.integer("affixDimension"))
        .gazetteerDimension(fields.integer("gazetteerDimension"))
        .gazetteerTypes(fields.integer("gazetteerTypes"))
        .attributeDimension(fields.integer("attributeDimension"))
        .contextual(
            fields.has("contextual")
                ? whole(fields.object("contextual"), ManifestJson::contextual)
                : null)
        .build();
  }

  private static ContextualVectors contextual(JsonFields fields) {
    return new ContextualVectors(
        fields.text("output"),
        fields.integer("dimension"),
        fields.integer("positions"),
        fields.flag("wholeDocument"));
  }

  private static TrainingSummary training(JsonFields fields) {
    return TrainingSummaryBuilder.builder()
        .language(fields.text("language"))
        .sourceScheme(fields.text("sourceScheme"))
        .trainingSentences(fields.longInteger("trainingSentences"))
        .trainingTokens(fields.longInteger("trainingTokens"))
        .trainingFingerprint(fields.text("trainingFingerprint"))
        .seed(fields.longInteger("seed"))
        .epoch(fields.integer("epoch"))
        .metrics(map(fields.object("metrics"), JsonFields::number))
        .build();
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
