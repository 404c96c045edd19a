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

package org.sparkner.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sparkner.error.BadDataException;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.network.IndexedSentence;
import org.sparkner.network.LabelSupervision;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.PathDistribution;
import org.sparkner.text.Context;

/**
 * Labelled sentences as ids, packed into a few arrays: sixteen bytes per token, once for each
 * distinct token its characters and features, and two bytes per sentence where some are annotated
 * in part or weighted. Of a sentence that a teacher labelled, the teacher's distribution comes with
 * it. What a worker trains on.
 *
 * <p>Sentences that an encoder that learns reads together make a window, which holds what the
 * encoder reads. Without such an encoder, each sentence is a window by itself. For an encoder that
 * does not learn, the shard holds the texts that it reads.
 */
public final class IndexedShard implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] begins;
  private final int[] words;
  private final int[] spellings;
  private final int[] featureRows;
  private final int[] labels;
  private final int[][] characters;
  private final int[][] features;
  private final int[] windowBegins;
  private final int[] inputBegins;
  private final int[][] pieces;
  private final int[][] capitalisation;
  private final int[][] firsts;

  /**
   * Of each sentence the number of its supervision; null where all have the first, the full one.
   */
  private final short[] supervised;

  /** Without what a teacher thinks. */
  private final List<LabelSupervision> supervisions;

  private final ShardText text; // null where an epoch shows the sentences only as they are written
  private final ShardContexts contexts; // null where no encoder reads them

  /** Of each sentence what a teacher thinks of it, or null; null where no sentence had one. */
  private final PathDistribution[] taught;

  private IndexedShard(Builder builder) {
    this.begins = Arrays.copyOf(builder.begins, builder.sentences + 1);
    int tokens = begins[builder.sentences];
    this.words = Arrays.copyOf(builder.words, tokens);
    this.spellings = Arrays.copyOf(builder.spellings, tokens);
    this.featureRows = Arrays.copyOf(builder.featureRows, tokens);
    this.labels = Arrays.copyOf(builder.labels, tokens);
    this.characters = builder.characters.toArray(int[][]::new);
    this.features = builder.features.toArray(int[][]::new);
    this.supervisions = List.copyOf(builder.supervisions.keySet());
    this.supervised =
        supervisions.size() == 1 ? null : Arrays.copyOf(builder.supervised, builder.sentences);
    this.taught =
        builder.taught.length == 0 ? null : Arrays.copyOf(builder.taught, builder.sentences);
    this.windowBegins = builder.windowBegins.stream().mapToInt(Integer::intValue).toArray();
    this.inputBegins = builder.inputBegins.stream().mapToInt(Integer::intValue).toArray();
    this.pieces = builder.inputs.stream().map(EncoderInput::pieces).toArray(int[][]::new);
    this.capitalisation =
        builder.inputs.stream().map(EncoderInput::capitalisation).toArray(int[][]::new);
    this.firsts = builder.inputs.stream().map(EncoderInput::firsts).toArray(int[][]::new);
    this.text = builder.text == null ? null : builder.text.build();
    this.contexts = builder.contexts == null ? null : builder.contexts.build();
  }

  /**
   * Takes the sentences of a shard.
   *
   * @param options of the training, which say what is to be known of the sentences' texts
   * @param lexicon the training's, or its part that the training data touches, where other
   *     spellings are looked up
   */
  public static Builder builder(TrainingOptions options, Lexicon lexicon) {
    boolean asWritten = Augmentation.of(options.recipe()).isNone();
    PretrainedEncoder reading = options.readingEncoder();
    return new Builder(
        asWritten ? null : new ShardText.Builder(lexicon),
        reading == null ? null : new ShardContexts.Builder(reading.vectors().wholeDocument()));
  }

  /** Sentences that every epoch shows as they are. */
  static IndexedShard of(List<IndexedSentence> sentences) {
    Builder builder = new Builder(null, null);
    sentences.forEach(builder::add);
    return builder.build();
  }

  /** Sentences, where a long one counts once for each of its pieces. */
  public int sentences() {
    return begins.length - 1;
  }

  /** Tokens of all sentences. */
  public long tokens() {
    return words.length;
  }

  /** Tokens of a sentence. */
  public int length(int sentence) {
    return begins[sentence + 1] - begins[sentence];
  }

  /** Windows that the sentences are in. */
  public int windows() {
    return windowBegins.length == 0 ? sentences() : windowBegins.length;
  }

  /** The place of a window's first sentence. */
  int windowBegin(int window) {
    return windowBegins.length == 0 ? window : windowBegins[window];
  }

  /** The place after that of a window's last sentence. */
  int windowEnd(int window) {
    return window + 1 == windows() ? sentences() : windowBegin(window + 1);
  }

  /** The window that begins at a place; negative if none does. */
  int windowAt(int begin) {
    return windowBegins.length == 0 ? begin : Arrays.binarySearch(windowBegins, begin);
  }

  /** What an encoder that learns reads for a window. */
  List<EncoderInput> inputs(int window) {
    int end = window + 1 == windows() ? pieces.length : inputBegins[window + 1];
    return IntStream.range(inputBegins[window], end)
        .mapToObj(i -> new EncoderInput(pieces[i], capitalisation[i], firsts[i]))
        .toList();
  }

  /** How the sentences are written; null where only {@link #sentences} is asked for. */
  ShardText text() {
    return text;
  }

  /**
   * What an encoder that does not learn reads for sentences, as it is written, and where they stand
   * in it; one list for all sentences of a text.
   */
  List<Context> contexts(int[] places) {
    return contexts.contexts(places);
  }

  /** Tokens of a window. */
  int windowLength(int window) {
    return begins[windowEnd(window)] - begins[windowBegin(window)];
  }

  /**
   * Sentences by their places, with what an encoder reads for them.
   *
   * @param places of all sentences of some windows, window by window
   */
  Batch batch(int[] places) {
    List<EncoderInput> inputs = new ArrayList<>();
    if (windowBegins.length > 0) {
      for (int place : places) {
        int window = windowAt(place);
        if (window >= 0) {
          inputs.addAll(inputs(window));
        }
      }
    }
    return new Batch(sentences(places), inputs);
  }

  /** Sentences by their places. */
  List<IndexedSentence> sentences(int[] places) {
    List<IndexedSentence> sentences = new ArrayList<>(places.length);
    for (int place : places) {
      sentences.add(sentence(place));
    }
    return sentences;
  }

  private IndexedSentence sentence(int place) {
    int begin = begins[place];
    int end = begins[place + 1];
    int[][] spelled = new int[end - begin][];
    int[][] featured = new int[end - begin][];
    for (int t = begin; t < end; t++) {
      spelled[t - begin] = characters[spellings[t]];
      featured[t - begin] = features[featureRows[t]];
    }
    return new IndexedSentence(
            Arrays.copyOfRange(words, begin, end),
            spelled,
            featured,
            Arrays.copyOfRange(labels, begin, end))
        .supervised(supervision(place));
  }

  private LabelSupervision supervision(int place) {
    LabelSupervision shared = supervisions.get(supervised == null ? 0 : supervised[place]);
    return isTaught(place)
        ? new LabelSupervision(shared.latent(), shared.weight(), taught[place])
        : shared;
  }

  /** Whether a teacher labelled a sentence. */
  private boolean isTaught(int sentence) {
    return taught != null && taught[sentence] != null;
  }

  /** Whether people labelled the sentences of a window, whose first stands for all. */
  boolean isGold(int window) {
    return !isTaught(windowBegin(window));
  }

  /** A hash of a sentence's ids. The sum over a set of sentences stands for the set. */
  public long fingerprint(int sentence) {
    long hash = 1;
    for (int t = begins[sentence]; t < begins[sentence + 1]; t++) {
      hash = (hash * 1_000_003 + words[t]) * 1_000_003 + labels[t];
      hash = hash * 31 + Arrays.hashCode(characters[spellings[t]]);
    }
    if (supervised != null && supervised[sentence] > 0) {
      hash = hash * 31 + fingerprint(supervisions.get(supervised[sentence]));
    }
    if (isTaught(sentence)) {
      hash = hash * 31 + taught[sentence].hashCode();
    }
    return hash * 0x9E3779B97F4A7C15L;
  }

  private static long fingerprint(LabelSupervision supervision) {
    int latent = supervision.latent() == null ? 0 : supervision.latent().hashCode();
    return Float.floatToIntBits(supervision.weight()) * 31L + latent;
  }

  /**
   * How much there is in a part of a shard.
   *
   * @param sentences where a long one counts once for each of its pieces
   * @param windows that they are in
   * @param tokens of them
   * @param fingerprint the sum of their fingerprints
   */
  public record Extent(int sentences, int windows, long tokens, long fingerprint)
      implements Serializable {
    /** That of two parts that have nothing in common. */
    Extent plus(Extent other) {
      return new Extent(
          sentences + other.sentences,
          windows + other.windows,
          tokens + other.tokens,
          fingerprint + other.fingerprint);
    }
  }

  /** How much there is in all windows. */
  public Extent extent() {
    return new Extent(sentences(), windows(), tokens(), fingerprint());
  }

  /** How much there is in the windows that people labelled. */
  public Extent goldExtent() {
    Extent sum = new Extent(0, 0, 0, 0);
    for (int window = 0; window < windows(); window++) {
      sum = isGold(window) ? sum.plus(extent(window)) : sum;
    }
    return sum;
  }

  private Extent extent(int window) {
    long prints = 0;
    for (int i = windowBegin(window); i < windowEnd(window); i++) {
      prints += fingerprint(i);
    }
    return new Extent(windowEnd(window) - windowBegin(window), 1, windowLength(window), prints);
  }

  /** The sum of the fingerprints of all sentences. */
  public long fingerprint() {
    long sum = 0;
    for (int i = 0; i < sentences(); i++) {
      sum += fingerprint(i);
    }
    return sum;
  }

  /** Takes sentences one by one. */
  public static final class Builder {
    private int[] begins = new int[64];
    private int[] words = new int[1024];
    private int[] spellings = new int[1024];
    private int[] featureRows = new int[1024];
    private int[] labels = new int[1024];
    private final List<int[]> characters = new ArrayList<>();
    private final List<int[]> features = new ArrayList<>();
    // Equal words share their arrays, see SentenceIndexer.
    private final Map<int[], Integer> spellingIds = new IdentityHashMap<>();
    private final Map<int[], Integer> featureIds = new IdentityHashMap<>();
    private final Map<LabelSupervision, Short> supervisions =
        new LinkedHashMap<>(Map.of(LabelSupervision.FULL, (short) 0));
    private short[] supervised = new short[64];
    private PathDistribution[] taught = {};
    private final List<Integer> windowBegins = new ArrayList<>();
    private final List<Integer> inputBegins = new ArrayList<>();
    private final List<EncoderInput> inputs = new ArrayList<>();
    private final ShardText.Builder text;
    private final ShardContexts.Builder contexts;
    private int sentences;

    private Builder(ShardText.Builder text, ShardContexts.Builder contexts) {
      this.text = text;
      this.contexts = contexts;
    }

    /**
     * Adds the sentences of a window at the end; not to be mixed with {@link #add}.
     *
     * @param read by the encoder for the window's tokens
     */
    void addWindow(List<IndexedPiece> window, List<EncoderInput> read) {
      windowBegins.add(sentences);
      inputBegins.add(inputs.size());
      inputs.addAll(read);
      window.forEach(this::add);
    }

    /** Adds a sentence, or a piece of one, at the end. */
    public void add(IndexedPiece piece) {
      if (text != null) {
        text.add(piece);
      }
      if (contexts != null) {
        contexts.add(piece);
      }
      add(piece.sentence());
    }

    private void add(IndexedSentence sentence) {
      int begin = begins[sentences];
      int end = Math.addExact(begin, sentence.size());
      if (end > words.length) {
        int capacity = Math.max(end, (int) Math.min(2L * words.length, Integer.MAX_VALUE - 8));
        words = Arrays.copyOf(words, capacity);
        spellings = Arrays.copyOf(spellings, capacity);
        featureRows = Arrays.copyOf(featureRows, capacity);
        labels = Arrays.copyOf(labels, capacity);
      }
      for (int t = 0; t < sentence.size(); t++) {
        words[begin + t] = sentence.words()[t];
        labels[begin + t] = sentence.labels()[t];
        spellings[begin + t] = place(sentence.characters()[t], spellingIds, characters);
        featureRows[begin + t] = place(sentence.features()[t], featureIds, features);
      }
      LabelSupervision known = sentence.supervision();
      supervised[sentences] = number(new LabelSupervision(known.latent(), known.weight(), null));
      if (known.taught() != null) {
        if (taught.length < begins.length) {
          taught = Arrays.copyOf(taught, begins.length);
        }
        taught[sentences] = known.taught();
      }
      sentences++;
      if (sentences == begins.length) {
        begins = Arrays.copyOf(begins, 2 * sentences);
        supervised = Arrays.copyOf(supervised, 2 * sentences);
      }
      begins[sentences] = end;
    }

    private short number(LabelSupervision supervision) {
      if (supervisions.size() > Short.MAX_VALUE) {
        throw new BadDataException(
            "The training data has more than "
                + Short.MAX_VALUE
                + " different weights and sets of latent types; round the weights.");
      }
      return supervisions.computeIfAbsent(supervision, added -> (short) supervisions.size());
    }

    /** Where an array stands in a list, at the end of which it is put if need be. */
    private static int place(int[] ids, Map<int[], Integer> places, List<int[]> list) {
      return places.computeIfAbsent(
          ids,
          added -> {
            list.add(added);
            return list.size() - 1;
          });
    }

    /** All sentences added. */
    public IndexedShard build() {
      return new IndexedShard(this);
    }
  }
}
