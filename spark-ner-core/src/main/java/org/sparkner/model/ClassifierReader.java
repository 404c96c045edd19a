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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sparkner.error.BadModelException;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.PretrainedEncoderFolder;
import org.sparkner.pretrained.PretrainedEncoderReader;
import org.sparkner.tags.TagCounts;
import org.sparkner.tags.TagScheme;
import org.sparkner.tags.TagSpelling;

/**
 * Reads token classifiers as HuggingFace's transformers export them: a directory of {@code
 * model.onnx} with the output {@code logits} [windows × pieces × labels], {@code tokenizer.json}
 * and {@code config.json}, whose {@code id2label} names the labels.
 */
public final class ClassifierReader {
  private static final String CONFIG = "config.json";
  private static final String LOGITS = "logits";
  private static final Pattern NAMELESS = Pattern.compile("LABEL_\\d+");
  private static final ObjectMapper JSON = new ObjectMapper();

  private ClassifierReader() {}

  /**
   * How to read a classifier.
   *
   * @param language of the texts that it tags, as ISO 639 has it, which decides how they are split
   * @param scheme of its labels; null to tell it by them. What cannot be told is IOB1, which it is
   *     taken for only where a type has no label that begins it
   */
  public record Options(String language, TagScheme scheme) {}

  /**
   * Reads a classifier and tries it.
   *
   * @throws org.sparkner.error.UsageException if ONNX Runtime or the tokenizers are not on the
   *     class path
   * @throws BadModelException if a file is missing or none of a classifier's, or its labels are no
   *     scheme
   */
  public static ClassifierModel read(PretrainedEncoderFolder folder, Options options) {
    PretrainedEncoder encoder =
        PretrainedEncoderReader.read(
            folder, new PretrainedEncoderReader.Options(LOGITS, null, null, false));
    String location = folder.locate(CONFIG);
    List<String> names = names(encoder.files().config(), location);
    if (names.size() != encoder.vectors().dimension()) {
      throw fault(
          location,
          "id2label of " + names.size() + " labels",
          "as many as the graph scores, " + encoder.vectors().dimension());
    }
    ClassifierLabels labels;
    try {
      labels = labels(names, options.scheme());
    } catch (IllegalArgumentException e) {
      throw fault(
          location,
          e.getMessage() + " among its labels " + String.join(", ", names),
          "O and the tags of a scheme, each once; mend id2label there");
    }
    TrainingSummary nothingKnown =
        TrainingSummaryBuilder.builder()
            .language(options.language())
            .sourceScheme(labels.scheme().name())
            .trainingSentences(0)
            .trainingTokens(0)
            .trainingFingerprint("")
            .seed(0)
            .epoch(0)
            .metrics(Map.of())
            .build();
    return new ClassifierModel(labels, encoder, 1, nothingKnown);
  }

  /** The labels by their numbers. */
  private static List<String> names(byte[] config, String location) {
    JsonNode map;
    try {
      map = JSON.readTree(config).path("id2label");
    } catch (IOException e) {
      throw fault(location, "no JSON", "JSON");
    }
    if (!map.isObject() || map.isEmpty()) {
      throw fault(
          location, "no id2label", "the names of the classifier's labels, as {\"0\": \"O\", …}");
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < map.size(); i++) {
      JsonNode name = map.path(String.valueOf(i));
      if (!name.isTextual() || name.asText().isBlank()) {
        throw fault(
            location,
            "no name of label " + i + " in id2label",
            "the names of labels 0 to " + (map.size() - 1));
      }
      if (NAMELESS.matcher(name.asText()).matches()) {
        throw fault(
            location,
            "the label " + name.asText() + " in id2label, which says nothing",
            "its meaning, such as B-PER; write the names that the classifier was trained with"
                + " into id2label there");
      }
      names.add(name.asText());
    }
    return names;
  }

  /**
   * @throws IllegalArgumentException if they are no labels of a classifier
   */
  static ClassifierLabels labels(List<String> names, TagScheme wanted) {
    TagCounts counts = new TagCounts();
    counts.add(names);
    TagSpelling spelling =
        wanted == TagScheme.PLAIN
            ? TagSpelling.PLAIN
            : counts.spellingOfChunks().orElse(TagSpelling.PLAIN);
    if (spelling.isPlain()) {
      if (wanted != null && wanted != TagScheme.PLAIN) {
        throw new IllegalArgumentException("no tags of " + wanted);
      }
      if (counts.odd().isPresent() && wanted == null) {
        throw new IllegalArgumentException("the label " + counts.odd().get() + " beside tags");
      }
      return new ClassifierLabels(TagScheme.PLAIN, names);
    }
    List<String> tags = spelling.read(names);
    return new ClassifierLabels(wanted == null ? scheme(tags) : wanted, tags);
  }

  private static TagScheme scheme(List<String> tags) {
    if (tags.stream().anyMatch(tag -> tag.startsWith("E-") || tag.startsWith("S-"))) {
      return TagScheme.BIOES;
    }
    boolean begins =
        tags.stream()
            .filter(tag -> tag.startsWith("I-"))
            .allMatch(tag -> tags.contains("B-" + tag.substring(2)));
    return begins ? TagScheme.IOB2 : TagScheme.IOB1;
  }

  private static BadModelException fault(String location, String found, String expected) {
    return new BadModelException(
        "Classifier "
            + location
            + " cannot be used: found "
            + found
            + ", expected "
            + expected
            + ".");
  }
}
