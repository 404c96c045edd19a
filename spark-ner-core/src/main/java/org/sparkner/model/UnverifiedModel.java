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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.feature.FeatureTemplate;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.WordCompression;
import org.sparkner.pretrained.ContextualVectors;
import org.sparkner.pretrained.EncoderFiles;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.LabelSet;

/**
 * A model that is being read. SHA-256 takes longer than the reading: whoever builds on the model
 * meanwhile has the time for nothing. Lengths, shapes and values are checked already; only the
 * digests are not.
 */
public final class UnverifiedModel {
  /** Of the vectors of sentences that come again; texts to be tagged seldom do. */
  private static final long MOST_CACHE_BYTES = 64L << 20;

  private final Manifest manifest;
  private final ModelSource source;
  private final DigestThread digests;
  private final LabelSet labels;
  private final CompletableFuture<Parsed<Weights>> weights;
  private final CompletableFuture<Parsed<Lexicon>> lexicon;
  private final CompletableFuture<PretrainedEncoder> contextual;

  /** What was parsed, and its input, read to the end. */
  private record Parsed<T>(T value, PartInput in) {}

  private UnverifiedModel(Manifest manifest, ModelSource source, DigestThread digests) {
    this.manifest = manifest;
    this.source = source;
    this.digests = digests;
    labels = labels(manifest, new PartFault(source.locate(ManifestJson.NAME)));
    weights = CompletableFuture.supplyAsync(this::readWeights);
    lexicon = CompletableFuture.supplyAsync(this::readLexicon);
    contextual = CompletableFuture.supplyAsync(this::readEncoder);
  }

  /** What a builder makes of the model, after the digests were found to be right. */
  static <T> T read(Manifest manifest, ModelSource source, Function<UnverifiedModel, T> builder) {
    try (DigestThread digests = new DigestThread()) {
      UnverifiedModel model = new UnverifiedModel(manifest, source, digests);
      T built = builder.apply(model);
      model.verify();
      return built;
    }
  }

  /** What the model says of itself, at once. */
  public Manifest manifest() {
    return manifest;
  }

  /**
   * The model, once it is read.
   *
   * @throws BadModelException if a part is missing, or not what the manifest says
   */
  public NerModel model() {
    // Of two faults the lexicon's is the one named.
    Lexicon words = joined(lexicon).value();
    Weights values = joined(weights).value();
    return assembled(words, values);
  }

  private NerModel assembled(Lexicon words, Weights values) {
    if (manifest.sizes() instanceof NetworkSizes network) {
      return new NeuralModel(
          network.architecture(),
          labels,
          words,
          values,
          joined(contextual),
          manifest.temperature(),
          manifest.training());
    }
    if (manifest.sizes() instanceof ClassifierSizes classifier) {
      return classifier(classifier);
    }
    LinearSizes linear = (LinearSizes) manifest.sizes();
    List<FeatureTemplate> templates;
    try {
      templates = linear.templates().stream().map(FeatureTemplate::parse).toList();
    } catch (UsageException e) {
      throw new PartFault(source.locate(ManifestJson.NAME))
          .of(
              e.getMessage(),
              "templates of this version",
              "use the version of Spark NER that wrote it");
    }
    try {
      return new LinearModel(
          manifest.algorithm(),
          templates,
          labels,
          words,
          values,
          manifest.temperature(),
          manifest.training());
    } catch (IllegalArgumentException e) {
      throw new PartFault(source.locate(Safetensors.NAME))
          .of(e.getMessage(), "weights of the lexicon's features", e);
    }
  }

  private ClassifierModel classifier(ClassifierSizes sizes) {
    PartFault fault = new PartFault(source.locate(ManifestJson.NAME));
    ClassifierLabels columns;
    try {
      columns = new ClassifierLabels(sizes.columnScheme(), sizes.columns());
    } catch (IllegalArgumentException e) {
      throw fault.of(e.getMessage(), "labels of a classifier", e);
    }
    if (!columns.labels().equals(labels)) {
      throw fault.of("the labels " + labels, "those of its columns, " + columns.labels());
    }
    return new ClassifierModel(
        columns, joined(contextual), manifest.temperature(), manifest.training());
  }

  private void verify() {
    verify(joined(lexicon), lexiconName());
    verify(joined(weights), Safetensors.NAME);
    joined(contextual);
  }

  private void verify(Parsed<?> parsed, String name) {
    ModelReader.reading(
        new PartFault(source.locate(name)),
        () -> {
          parsed.in().verify();
          return null;
        });
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof BadModelException known) {
        throw known;
      }
      throw e;
    }
  }

  private static LabelSet labels(Manifest manifest, PartFault fault) {
    try {
      return LabelSet.of(manifest.scheme(), manifest.labels());
    } catch (IllegalArgumentException e) {
      throw fault.of(e.getMessage(), "a label set", e);
    }
  }

  private Parsed<Lexicon> readLexicon() {
    PartFault fault = new PartFault(source.locate(lexiconName()));
    Parsed<Lexicon> parsed =
        read(
            lexiconName(),
            fault,
            in -> {
              byte[] bytes = in.readNBytes(Math.toIntExact(in.length()));
              return parseLexicon(bytes, fault).withCompression(compression());
            });
    Lexicon found = parsed.value();
    ModelSizes sizes = manifest.sizes();
    int affixes = found.affixes().size();
    if (found.wordRows() != sizes.wordRows()
        || found.characterIds() != sizes.characterIds()
        || affixes != sizes.affixes()) {
      throw fault.of(
          String.format(
              Locale.ROOT,
              "%d word rows, %d character ids and %d affixes",
              found.wordRows(),
              found.characterIds(),
              affixes),
          sizes.wordRows() + ", " + sizes.characterIds() + " and " + sizes.affixes());
    }
    if (sizes instanceof NetworkSizes network) {
      int expected = network.architecture().features().gazetteerTypes();
      int types = found.gazetteers().types().size();
      if (types != expected) {
        throw fault.of("gazetteers of " + types + " types", String.valueOf(expected));
      }
      if (found.attributeValues().size() != network.attributeValues()) {
        throw fault.of(
            found.attributeValues().size() + " attributes",
            String.valueOf(network.attributeValues()));
      }
    }
    return parsed;
  }

  private String lexiconName() {
    return compression() == null ? ModelWriter.LEXICON : ModelWriter.COMPRESSED_LEXICON;
  }

  /** Null where the model is not compressed. */
  private WordCompression compression() {
    return manifest.sizes() instanceof NetworkSizes network ? network.compression() : null;
  }

  private Lexicon parseLexicon(byte[] bytes, PartFault fault) throws IOException {
    try {
      return compression() == null
          ? Lexicon.readFrom(new ByteArrayInputStream(bytes))
          : Lexicon.readCompressed(bytes);
    } catch (BadModelException e) {
      throw fault.of("what is no lexicon (" + e.getMessage() + ")", "a lexicon", e);
    }
  }

  private Parsed<Weights> readWeights() {
    PartFault fault = new PartFault(source.locate(Safetensors.NAME));
    return read(
        Safetensors.NAME,
        fault,
        in -> Safetensors.read(in, manifest.shapes(), manifest.sizes()::types, fault));
  }

  /** The encoder's files, or null. They are verified at once: other code than this reads them. */
  private PretrainedEncoder readEncoder() {
    ContextualVectors vectors = null;
    if (manifest.sizes() instanceof NetworkSizes network) {
      vectors = network.architecture().features().contextual();
    } else if (manifest.sizes() instanceof ClassifierSizes classifier) {
      vectors = classifier.logits();
    }
    if (vectors == null) {
      return null;
    }
    return new PretrainedEncoder(
        vectors,
        new EncoderFiles(
            readVerified(ModelWriter.ENCODER),
            readVerified(ModelWriter.ENCODER_TOKENIZER),
            readVerified(ModelWriter.ENCODER_CONFIG)),
        source.locate(ModelWriter.ENCODER),
        Math.min(MOST_CACHE_BYTES, Runtime.getRuntime().maxMemory() / 16));
  }

  private byte[] readVerified(String name) {
    PartFault fault = new PartFault(source.locate(name));
    Parsed<byte[]> parsed = read(name, fault, in -> in.readNBytes(Math.toIntExact(in.length())));
    verify(parsed, name);
    return parsed.value();
  }

  private interface Parsing<T> {
    T parse(PartInput in) throws IOException;
  }

  private <T> Parsed<T> read(String name, PartFault fault, Parsing<T> parsing) {
    return ModelReader.reading(
        fault,
        () -> {
          try (PartInput in = PartInput.open(manifest, name, source, fault, digests)) {
            T value;
            try {
              value = parsing.parse(in);
            } catch (BadModelException e) {
              // Damage in transit is the likelier cause, and the better message.
              in.drain();
              in.verify();
              throw e;
            }
            in.drain();
            return new Parsed<>(value, in);
          }
        });
  }
}
