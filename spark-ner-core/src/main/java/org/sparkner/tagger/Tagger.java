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

package org.sparkner.tagger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.sparkner.catalog.ModelCatalog;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.kernel.KernelProvider;
import org.sparkner.kernel.Kernels;
import org.sparkner.kernel.ProductLibrary;
import org.sparkner.kernel.ProductProvider;
import org.sparkner.model.Architecture;
import org.sparkner.model.ClassifierModel;
import org.sparkner.model.LinearModel;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelSource;
import org.sparkner.model.NerModel;
import org.sparkner.model.NetworkSizes;
import org.sparkner.model.NeuralModel;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.signature.TrustedKeys;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.Span;
import org.sparkner.text.AnalyzedSentence;
import org.sparkner.text.Context;
import org.sparkner.text.TextAnalyzer;

/**
 * Finds entities. Safe for many threads; give it many sentences at a time, for a batch runs several
 * times faster than its sentences one by one. What a sentence gets never depends on the sentences
 * beside it.
 *
 * <pre>{@code
 * Tagger tagger = Tagger.pretrained("en"); // or Tagger.load(Path.of("output/model"))
 * tagger.tag("Ada Lovelace was born in London.");
 * }</pre>
 */
public final class Tagger {
  /**
   * Tokens that are tagged as one sentence. A longer sentence is tagged in pieces of this many,
   * each as a sentence of its own, so that memory stays bounded; an entity across a seam comes out
   * as two.
   */
  public static final int MAX_SENTENCE_TOKENS = 4096;

  /** Tokens of a sentence that a message shows. */
  private static final int SHOWN = 5;

  private final LabelSet labels;
  private final TextAnalyzer analyzer;
  private final SentenceLabeler labeler;
  private final Precision precision;
  private final boolean readsAttributes;
  private final boolean readsDocuments;

  private Tagger(NerModel model, Precision precision, SentenceLabeler labeler) {
    this.precision = precision;
    this.labeler = labeler;
    labels = model.labels();
    readsAttributes = model.readsAttributes();
    readsDocuments = model.readsDocuments();
    analyzer = TextAnalyzer.forLanguage(model.training().language());
  }

  /** Loads a saved model with {@link Precision#AUTO}. */
  public static Tagger load(Path directory) {
    return load(directory, Precision.AUTO);
  }

  /**
   * Loads a saved model.
   *
   * @throws org.sparkner.error.BadModelException if a part is missing, damaged or of an unknown
   *     version
   */
  public static Tagger load(Path directory, Precision precision) {
    return load(directory, precision, TrustedKeys.UNCHECKED);
  }

  /**
   * Loads a saved model that a trusted key has signed.
   *
   * @param keys of those whose models are loaded
   * @throws org.sparkner.error.BadModelException if it is not signed, is signed by another key or
   *     was changed after it was signed, or a part is missing, damaged or of an unknown version
   */
  public static Tagger load(Path directory, Precision precision, TrustedKeys keys) {
    return load(keys.guard(ModelReader.source(directory)), precision);
  }

  /** Loads a model that was trained before with {@link Precision#AUTO}. */
  public static Tagger pretrained(String name) {
    return pretrained(name, Precision.AUTO);
  }

  /**
   * Loads a model that was trained before, such as {@code en}: from the jar {@code
   * spark-ner-model-en} on the class path, or from a directory of models that the variable {@value
   * ModelCatalog#VARIABLE} names. Nothing is fetched.
   *
   * @param name of the model; a path where there is something of this name
   * @throws org.sparkner.error.BadModelException if there is none, which lists those that there
   *     are, or a part is missing, damaged or of an unknown version
   */
  public static Tagger pretrained(String name, Precision precision) {
    return pretrained(name, precision, TrustedKeys.UNCHECKED);
  }

  /**
   * The same, where a trusted key has to have signed the model.
   *
   * @param keys of those whose models are loaded
   * @throws org.sparkner.error.BadModelException as for {@link #load(Path, Precision, TrustedKeys)}
   */
  public static Tagger pretrained(String name, Precision precision, TrustedKeys keys) {
    return load(keys.guard(ModelCatalog.here().find(name)), precision);
  }

  private static Tagger load(ModelSource source, Precision precision) {
    return ModelReader.read(
        source,
        parts -> {
          if (parts.manifest().sizes() instanceof NetworkSizes network
              && fitsInt8(network.architecture())
              && precision != Precision.F32) {
            // The native library is loaded while the parts are read.
            ProductProvider.int8();
          }
          return of(parts.model(), precision);
        });
  }

  /**
   * A tagger over a model in memory, whose encoder computes on a device.
   *
   * @throws UsageException if a GPU is asked for by name and cannot be used, or the model has no
   *     encoder that it could compute
   */
  public static Tagger of(NerModel model, Precision precision, EncoderDevice device) {
    if (device.kind() == EncoderDevice.Kind.CUDA && model.encoder() == null) {
      throw new UsageException(
          "device = cuda is for models with a pretrained encoder, and this one has none; tag with"
              + " device = cpu, or leave it out.");
    }
    return of(model.on(device), precision);
  }

  /** A tagger with {@link Precision#AUTO} over a model in memory. */
  public static Tagger of(NerModel model) {
    return of(model, Precision.AUTO);
  }

  /**
   * A tagger over a model in memory, whose arrays must not change any more. Where {@link
   * Precision#INT8} is asked for and the network has no use for it, the log says so.
   */
  public static Tagger of(NerModel model, Precision precision) {
    Kernels kernels = KernelProvider.best();
    if (model instanceof LinearModel linear) {
      return of(linear, kernels);
    }
    return model instanceof ClassifierModel classifier
        ? new Tagger(classifier, Precision.F32, new ClassifierLabeler(classifier, kernels))
        : of((NeuralModel) model, precision);
  }

  private static Tagger of(NeuralModel model, Precision precision) {
    Architecture sizes = model.architecture();
    boolean fits = fitsInt8(sizes);
    boolean reduced =
        fits
            && switch (precision) {
              case F32 -> false;
              case INT8 -> true;
              case AUTO -> ProductProvider.int8Gains();
            };
    if (precision == Precision.INT8 && !fits) {
      LoggerFactory.getLogger(Tagger.class)
          .warn(
              "Precision int8 is asked for, but the encoder is {} with {} units; tagging in f32, as"
                  + " int8 needs recurrent weights of at most {} units",
              sizes.wordEncoder(),
              sizes.hidden(),
              ProductLibrary.MOST_INT8_ROWS);
    }
    ProductLibrary int8 = reduced ? ProductProvider.int8() : null;
    Engine engine = new Engine(model, KernelProvider.best(), int8, ProductProvider.single());
    return new Tagger(model, reduced ? Precision.INT8 : Precision.F32, engine);
  }

  private static boolean fitsInt8(Architecture sizes) {
    return sizes.wordEncoder().recurrentBlocks() > 0
        && sizes.hidden() <= ProductLibrary.MOST_INT8_ROWS;
  }

  /** By kernels of a test's choice. */
  static Tagger of(LinearModel model, Kernels kernels) {
    return new Tagger(model, Precision.F32, new LinearLabeler(model, kernels));
  }

  /** By kernels and a library of a test's choice. */
  static Tagger of(
      NeuralModel model, Kernels kernels, ProductLibrary library, Precision precision) {
    ProductLibrary int8 = precision == Precision.INT8 ? library : null;
    return new Tagger(model, precision, new Engine(model, kernels, int8, library));
  }

  /**
   * The precision in effect: {@link Precision#F32} or {@link Precision#INT8}, which linear models
   * do not have.
   */
  public Precision precision() {
    return precision;
  }

  /** The labels that {@link TaggedSentence#tags()} draws from. */
  public LabelSet labels() {
    return labels;
  }

  /**
   * Whether the model reads an attribute of each token, such as its part of speech. Such a model
   * tags tokens that come with it, and nothing else.
   */
  public boolean readsAttributes() {
    return readsAttributes;
  }

  /** The entities of a text, with code-point offsets. */
  public List<Entity> tag(String text) {
    return tagTexts(List.of(text), false).get(0).entities();
  }

  /**
   * Whether the model knows a token: whether it has a vector of the word as it is, in lower case or
   * with 0 for its digits. True for models without word vectors, which know words by their parts.
   */
  public boolean knows(String token) {
    return labeler.knows(token);
  }

  /**
   * The entities, tokens and tags of each text, in order.
   *
   * @throws UsageException if the model {@linkplain #readsAttributes reads attributes}
   */
  public List<TaggedText> tagTexts(List<String> texts, boolean withMarginals) {
    requireNoAttributes();
    List<List<AnalyzedSentence>> analyzed = new ArrayList<>(texts.size());
    List<List<String>> sentences = new ArrayList<>();
    for (String text : texts) {
      List<AnalyzedSentence> inText = analyzer.analyze(text);
      analyzed.add(inText);
      for (AnalyzedSentence sentence : inText) {
        sentences.add(new TextTokens(text, sentence));
      }
    }
    List<Context> contexts = new ArrayList<>();
    if (readsDocuments) {
      int next = 0;
      for (List<AnalyzedSentence> inText : analyzed) {
        int end = next + inText.size();
        contexts.addAll(Context.of(sentences.subList(next, end)));
        next = end;
      }
    }
    List<Labeling> labelings =
        label(sentences, List.of(), contexts, Detail.marginals(withMarginals));
    List<TaggedText> tagged = new ArrayList<>(texts.size());
    int next = 0;
    for (int i = 0; i < analyzed.size(); i++) {
      int end = next + analyzed.get(i).size();
      List<Labeling> ofText = List.copyOf(labelings.subList(next, end));
      tagged.add(new TaggedText(texts.get(i), analyzed.get(i), ofText, labels, withMarginals));
      next = end;
    }
    return tagged;
  }

  /**
   * The most probable readings of each sentence of a text, best first: the n best sequences of
   * labels. The first is what {@link #tag} finds, unless others are as probable.
   *
   * @param count sequences of labels that are looked at for a sentence, at least 1; fewer readings
   *     come back where a sentence has fewer, or several sequences have the same entities. A
   *     sentence of over {@value #MAX_SENTENCE_TOKENS} tokens is read up to there
   * @throws UsageException if the model {@linkplain #readsAttributes reads attributes}
   */
  public List<List<Reading>> readings(String text, int count) {
    if (count < 1) {
      throw new UsageException(
          "Readings are asked for by their number, at least 1; found " + count);
    }
    requireNoAttributes();
    List<AnalyzedSentence> analyzed = analyzer.analyze(text);
    List<List<String>> tokens = new ArrayList<>();
    for (AnalyzedSentence sentence : analyzed) {
      tokens.add(new TextTokens(text, sentence));
    }
    List<Context> contexts = readsDocuments ? Context.of(tokens) : List.of();
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int length = Math.min(tokens.get(i).size(), MAX_SENTENCE_TOKENS);
      Context context = contexts.isEmpty() ? null : contexts.get(i);
      sentences.add(new Sentence(i, tokens.get(i), List.of(), 0, length, context));
    }
    List<List<RankedSpans>> ranked = labeler.best(sentences, count);
    List<List<Reading>> readings = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      List<Reading> ofSentence = new ArrayList<>();
      for (RankedSpans spans : ranked.get(i)) {
        ofSentence.add(reading(text, analyzed.get(i), spans));
      }
      readings.add(ofSentence);
    }
    return readings;
  }

  private static Reading reading(String text, AnalyzedSentence sentence, RankedSpans ranked) {
    List<Entity> entities = new ArrayList<>();
    for (Span span : ranked.spans()) {
      int begin = sentence.begin(span.begin());
      int end = sentence.end(span.end() - 1);
      entities.add(
          new Entity(
              text.codePointCount(0, begin),
              text.codePointCount(0, end),
              span.type(),
              text.substring(begin, end),
              ranked.probability()));
    }
    return new Reading(entities, ranked.probability());
  }

  /**
   * What the tagger thinks of the sentences of each text, in order, for a student to learn.
   *
   * @throws UsageException if the model {@linkplain #readsAttributes reads attributes}
   */
  public List<List<SilverSentence>> silver(List<String> texts) {
    requireNoAttributes();
    List<List<List<String>>> documents = new ArrayList<>(texts.size());
    for (String text : texts) {
      documents.add(
          analyzer.analyze(text).stream()
              .map(sentence -> List.copyOf(new TextTokens(text, sentence)))
              .toList());
    }
    return silverDocuments(documents);
  }

  /**
   * What the tagger thinks of the sentences of documents, in order, for a student to learn. What
   * has no token is left out.
   *
   * @param documents each the sentences of a document, each the tokens of a sentence
   * @throws UsageException if the model {@linkplain #readsAttributes reads attributes}
   */
  public List<List<SilverSentence>> silverDocuments(List<List<List<String>>> documents) {
    requireNoAttributes();
    List<List<List<String>>> filled =
        documents.stream()
            .map(document -> document.stream().filter(each -> !each.isEmpty()).toList())
            .toList();
    List<List<String>> sentences = filled.stream().flatMap(List::stream).toList();
    List<Context> contexts =
        filled.stream().flatMap(document -> Context.of(document).stream()).toList();
    List<Labeling> labelings =
        label(sentences, List.of(), readsDocuments ? contexts : List.of(), Detail.PATHS);
    List<List<SilverSentence>> tagged = new ArrayList<>(filled.size());
    int next = 0;
    for (List<List<String>> document : filled) {
      List<SilverSentence> ofDocument = new ArrayList<>(document.size());
      for (List<String> tokens : document) {
        Labeling labeling = labelings.get(next);
        ofDocument.add(
            new SilverSentence(
                tokens,
                contexts.get(next).begin(),
                labels.decode(labeling.path()),
                labeling.paths().confidence(),
                labeling.paths().distribution()));
        next++;
      }
      tagged.add(ofDocument);
    }
    return tagged;
  }

  /**
   * The entities and tags of each sentence of tokens, in order, each its own document; an empty
   * sentence gives empty lists.
   *
   * @throws UsageException if the model {@linkplain #readsAttributes reads attributes}
   */
  public List<TaggedSentence> tagSentences(List<List<String>> sentences, boolean withMarginals) {
    requireNoAttributes();
    return tag(sentences, List.of(), List.of(), withMarginals);
  }

  /**
   * The entities and tags of each sentence of tokens with their attributes, in order.
   *
   * @param attributes the attribute of each token; null or what the training data did not have is
   *     unknown. A model that does not read it does not look at it
   * @throws BadDataException if a sentence has not as many attributes as tokens
   */
  public List<TaggedSentence> tagSentences(
      List<List<String>> sentences, List<List<String>> attributes, boolean withMarginals) {
    return tagSentences(sentences, attributes, List.of(), withMarginals);
  }

  /**
   * The entities and tags of each sentence of tokens with their attributes and documents, in order.
   *
   * @param attributes as above
   * @param contexts where each sentence stands in its document, which a model with an {@linkplain
   *     org.sparkner.pretrained.ContextualVectors#wholeDocument encoder of whole documents} reads;
   *     sentences of a document are best given one after the other. Empty where each sentence is
   *     its own document
   * @throws BadDataException if a sentence has not as many attributes as tokens
   */
  public List<TaggedSentence> tagSentences(
      List<List<String>> sentences,
      List<List<String>> attributes,
      List<Context> contexts,
      boolean withMarginals) {
    if (!contexts.isEmpty() && contexts.size() != sentences.size()) {
      throw new UsageException(
          sentences.size() + " sentences come with " + contexts.size() + " contexts.");
    }
    List<Context> read = readsDocuments ? contexts : List.of();
    if (!readsAttributes) {
      return tag(sentences, List.of(), read, withMarginals);
    }
    if (attributes.size() != sentences.size()) {
      throw new UsageException(
          sentences.size() + " sentences come with attributes of " + attributes.size() + ".");
    }
    for (int i = 0; i < attributes.size(); i++) {
      if (attributes.get(i).size() != sentences.get(i).size()) {
        throw new BadDataException(
            "A sentence of "
                + sentences.get(i).size()
                + " tokens has "
                + attributes.get(i).size()
                + " attributes, expected as many; it begins with "
                + sentences.get(i).subList(0, Math.min(SHOWN, sentences.get(i).size())));
      }
    }
    return tag(sentences, attributes, read, withMarginals);
  }

  private void requireNoAttributes() {
    if (readsAttributes) {
      throw new UsageException(
          "The model reads an attribute of each token, such as its part of speech, and none is"
              + " given; give tokens that come with it, as the model's training data had it.");
    }
  }

  private List<TaggedSentence> tag(
      List<List<String>> sentences,
      List<List<String>> attributes,
      List<Context> contexts,
      boolean withMarginals) {
    List<Labeling> labelings =
        label(sentences, attributes, contexts, Detail.marginals(withMarginals));
    List<TaggedSentence> tagged = new ArrayList<>(sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      Labeling labeling = labelings.get(i);
      tagged.add(
          new TaggedSentence(
              labels.decode(labeling.path()),
              entities(sentences.get(i), labeling),
              labeling.marginals()));
    }
    return tagged;
  }

  private static List<Entity> entities(List<String> tokens, Labeling labeling) {
    List<Entity> entities = new ArrayList<>(labeling.spans().size());
    for (int i = 0; i < labeling.spans().size(); i++) {
      Span span = labeling.spans().get(i);
      String text = String.join(" ", tokens.subList(span.begin(), span.end()));
      entities.add(
          new Entity(span.begin(), span.end(), span.type(), text, labeling.confidences()[i]));
    }
    return entities;
  }

  private List<Labeling> label(
      List<List<String>> sentences,
      List<List<String>> attributes,
      List<Context> contexts,
      Detail detail) {
    Pieces pieces = Pieces.of(sentences, attributes, contexts, MAX_SENTENCE_TOKENS);
    return pieces.join(labeler.run(pieces.list(), detail), detail);
  }
}
