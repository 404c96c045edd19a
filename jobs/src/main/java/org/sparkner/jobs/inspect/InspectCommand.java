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

package org.sparkner.jobs.inspect;

import java.io.PrintWriter;
import java.util.IntSummaryStatistics;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.sparkner.jobs.model.SavedModel;
import org.sparkner.jobs.model.SavedModelOption;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.lexicon.Affixes;
import org.sparkner.lexicon.Subwords;
import org.sparkner.lexicon.WordCompression;
import org.sparkner.model.Architecture;
import org.sparkner.model.ClassifierSizes;
import org.sparkner.model.LinearSizes;
import org.sparkner.model.Manifest;
import org.sparkner.model.NetworkSizes;
import org.sparkner.model.TrainingSummary;
import org.sparkner.model.WordEncoder;
import org.sparkner.pretrained.ContextualVectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what a model is and verifies every part of it. */
@Command(
    name = "inspect",
    description = "Describes a model and verifies every part of it.",
    footer = {"", "Example:", "  spark-ner inspect --model model"})
public final class InspectCommand implements Callable<Integer> {
  @Mixin private SavedModelOption model;
  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (SavedModel saved = model.open(settings.load(model.setting()))) {
      print(saved.manifest(), spec.commandLine().getOut());
      saved.read();
    }
    spec.commandLine().getOut().println("verified     sizes and digests of all parts are right");
    return 0;
  }

  private static void print(Manifest manifest, PrintWriter out) {
    TrainingSummary training = manifest.training();
    out.printf(
        Locale.ROOT, "format       %s, version %d%n", manifest.format(), manifest.formatVersion());
    out.printf(Locale.ROOT, "algorithm    %s%n", manifest.algorithm());
    if (manifest.sizes() instanceof NetworkSizes network) {
      printNetwork(network, out);
    } else if (manifest.sizes() instanceof LinearSizes linear) {
      printFeatures(linear, out);
    } else if (manifest.sizes() instanceof ClassifierSizes classifier) {
      printClassifier(classifier, out);
    }
    out.printf(Locale.ROOT, "temperature  %.2f%n", manifest.temperature());
    out.printf(Locale.ROOT, "parameters   %,d%n", manifest.parameters());
    out.printf(
        Locale.ROOT,
        "labels       %s: %s%n",
        manifest.scheme(),
        String.join(" ", manifest.labels()));
    out.printf(
        Locale.ROOT,
        "trained on   %,d sentences, %,d tokens of %s in %s, seed %d, epoch %d%n",
        training.trainingSentences(),
        training.trainingTokens(),
        training.language(),
        training.sourceScheme(),
        training.seed(),
        training.epoch());
    Map<String, Double> metrics = new TreeMap<>(training.metrics());
    Double pretrained = metrics.remove(TrainingSummary.PRETRAINED_TOKENS);
    if (pretrained != null) {
      out.printf(Locale.ROOT, "vectors      pretrained for %.1f %% of these tokens%n", pretrained);
    }
    for (Map.Entry<String, Double> metric : metrics.entrySet()) {
      out.printf(Locale.ROOT, "%-12s %.2f%n", metric.getKey(), metric.getValue());
    }
    out.printf(Locale.ROOT, "software     %s%n", manifest.software());
    for (Manifest.Part part : manifest.parts()) {
      out.printf(
          Locale.ROOT,
          "part         %s, %,d bytes, SHA-256 %s%n",
          part.name(),
          part.bytes(),
          part.sha256());
    }
  }

  private static void printNetwork(NetworkSizes network, PrintWriter out) {
    Architecture sizes = network.architecture();
    out.printf(
        Locale.ROOT, "network      words %d, %s%n", sizes.wordDimension(), characters(sizes));
    boolean layers = sizes.wordEncoder() != WordEncoder.NONE;
    if (layers) {
      out.printf(
          Locale.ROOT,
          "encoder      %s, %d layer%s, hidden %s%d%n",
          sizes.wordEncoder(),
          sizes.layers(),
          sizes.layers() == 1 ? "" : "s",
          sizes.outputSize() > sizes.hidden() ? "2 x " : "",
          sizes.hidden());
    } else {
      out.println("encoder      none");
    }
    if (layers && !sizes.wordEncoder().recurrent()) {
      out.printf(Locale.ROOT, "window       %d tokens%n", sizes.windowWidth());
    }
    if (sizes.features().size() > 0) {
      out.printf(
          Locale.ROOT,
          "features     capitalisation %d, affixes %d x %d of %,d, gazetteers %d x %d, attributes"
              + " %d of %,d%n",
          sizes.features().capitalisationDimension(),
          Affixes.PER_WORD,
          sizes.features().affixDimension(),
          network.affixes(),
          sizes.features().gazetteerTypes(),
          sizes.features().gazetteerDimension(),
          sizes.features().attributeDimension(),
          network.attributeValues());
    }
    ContextualVectors contextual = sizes.features().contextual();
    if (contextual != null) {
      out.printf(
          Locale.ROOT,
          "contextual   %d floats of %s, %d positions%s%n",
          contextual.dimension(),
          contextual.output(),
          contextual.positions(),
          contextual.wholeDocument() ? ", whole documents" : "");
    }
    out.printf(Locale.ROOT, "decoder      %s%n", sizes.decoder());
    out.printf(
        Locale.ROOT,
        "lexicon      %,d words, %,d characters%n",
        network.wordRows() - 1,
        network.characterIds() - 2);
    if (network.hasCompressedWords()) {
      printCompression(network, out);
    }
  }

  private static void printCompression(NetworkSizes network, PrintWriter out) {
    WordCompression compression = network.compression();
    Subwords subwords = compression.subwords();
    int dimension = network.architecture().wordDimension();
    int scale = compression.hasOwnBits() ? Short.BYTES : Float.BYTES;
    long words = compression.wordBytes(network.wordRows(), dimension);
    long parts = (long) subwords.rows() * compression.bits().rowBytes(dimension);
    out.printf(
        Locale.ROOT,
        "compressed   words in %s, %.1f MB; %,d subwords of %d to %d characters, %.1f MB%n",
        bits(compression, network),
        (words + (long) scale * network.wordRows()) / 1e6,
        subwords.rows(),
        subwords.shortest(),
        subwords.longest(),
        (parts + (long) scale * subwords.rows()) / 1e6);
  }

  private static String bits(WordCompression compression, NetworkSizes network) {
    if (!compression.hasOwnBits()) {
      return compression.bits().equal() + " bits";
    }
    IntSummaryStatistics bytes =
        compression.tiers(network.wordRows()).stream()
            .mapToInt(tier -> tier.bits().rowBytes(network.architecture().wordDimension()))
            .summaryStatistics();
    return bytes.getMin() == bytes.getMax()
        ? bytes.getMin() + " bytes"
        : bytes.getMin() + " to " + bytes.getMax() + " bytes";
  }

  private static String characters(Architecture sizes) {
    return switch (sizes.characterEncoder()) {
      case NONE -> "no characters";
      case CNN -> "characters " + sizes.characterDimension() + " with " + filters(sizes);
      case INTNET ->
          "characters "
              + sizes.characterDimension()
              + " with a funnel of 1 + "
              + sizes.characterBlocks()
              + " times "
              + filters(sizes);
      case LSTM ->
          "characters "
              + sizes.characterDimension()
              + " with an LSTM of 2 x "
              + sizes.characterFilters();
    };
  }

  private static String filters(Architecture sizes) {
    String widths =
        sizes.characterWidths().stream().map(String::valueOf).collect(Collectors.joining(" and "));
    return sizes.characterFilters() + " filters of width " + widths;
  }

  private static void printClassifier(ClassifierSizes classifier, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "classifier   %d labels in %s: %s%n",
        classifier.columns().size(),
        classifier.columnScheme(),
        String.join(" ", classifier.columns()));
    out.printf(
        Locale.ROOT,
        "encoder      output %s, %d positions%n",
        classifier.logits().output(),
        classifier.logits().positions());
  }

  private static void printFeatures(LinearSizes linear, PrintWriter out) {
    out.printf(Locale.ROOT, "templates    %s%n", String.join(" ", linear.templates()));
    out.printf(
        Locale.ROOT,
        "features     %,d with %,d weights%n",
        linear.features(),
        linear.featureWeights());
  }
}
