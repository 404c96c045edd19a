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

package org.sparkner.spark.training;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoSerializable;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SilverLabels;
import org.sparkner.corpus.Supervision;
import org.sparkner.tags.PathDistribution;
import org.sparkner.tags.TagScheme;

/**
 * A labelled sentence that Spark may move between machines: the same few bytes, whichever
 * serializer it is set to. The other sentences of its document stay behind; where it stood among
 * them is known, so that {@link #documents} can put together again those that still follow each
 * other.
 */
public final class SerializableSentence implements Externalizable, KryoSerializable {
  private static final long serialVersionUID = 1L;

  /** Characters that {@link DataOutput#writeUTF} takes at once, whatever they are. */
  private static final int MOST_CHARACTERS = 0xFFFF / 3;

  private LabeledSentence sentence;
  private int begin;

  /** For serializers, which fill it. */
  public SerializableSentence() {}

  private SerializableSentence(LabeledSentence sentence, int begin) {
    this.sentence = sentence;
    this.begin = begin;
  }

  /** Carries a sentence without its document. */
  public static SerializableSentence of(LabeledSentence sentence) {
    return new SerializableSentence(
        sentence.context().tokens().size() == sentence.size() ? sentence : sentence.alone(),
        sentence.context().begin());
  }

  /**
   * Carries a sentence that comes without its document.
   *
   * @param begin tokens before it in its document
   */
  public static SerializableSentence of(LabeledSentence sentence, int begin) {
    return new SerializableSentence(sentence, begin);
  }

  /** The same sentence with other tags. */
  SerializableSentence withTags(List<String> tags) {
    return new SerializableSentence(sentence.withTags(tags), begin);
  }

  /**
   * Another sentence at the same place in its document.
   *
   * @param other of the same tokens
   */
  public SerializableSentence with(LabeledSentence other) {
    return new SerializableSentence(other, begin);
  }

  /** Whether this is the next sentence of a document that another is of, if that is before it. */
  boolean follows(SerializableSentence other) {
    return begin > 0 && begin == other.begin + other.sentence.size();
  }

  /**
   * Sentences with the contexts that they have among those that are here.
   *
   * @param sentences in their order
   */
  public static List<LabeledSentence> documents(List<SerializableSentence> sentences) {
    List<LabeledSentence> documents = new ArrayList<>(sentences.size());
    for (int from = 0; from < sentences.size(); ) {
      int to = from + 1;
      while (to < sentences.size() && sentences.get(to).follows(sentences.get(to - 1))) {
        to++;
      }
      List<LabeledSentence> document =
          sentences.subList(from, to).stream().map(SerializableSentence::sentence).toList();
      documents.addAll(document.size() == 1 ? document : LabeledSentence.ofDocument(document));
      from = to;
    }
    return documents;
  }

  /** The sentence. */
  public LabeledSentence sentence() {
    return sentence;
  }

  @Override
  public void writeExternal(ObjectOutput out) throws IOException {
    writeTo(out);
  }

  @Override
  public void readExternal(ObjectInput in) throws IOException {
    readFrom(in);
  }

  @Override
  public void write(Kryo kryo, Output output) {
    try {
      DataOutputStream out = new DataOutputStream(output);
      writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void read(Kryo kryo, Input input) {
    try {
      readFrom(new DataInputStream(input));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeTo(DataOutput out) throws IOException {
    out.writeInt(sentence.size());
    out.writeInt(begin);
    out.writeBoolean(!sentence.attributes().isEmpty());
    write(sentence.tokens(), out);
    write(sentence.tags(), out);
    write(sentence.attributes(), out);
    out.writeBoolean(sentence.supervision().isFull());
    if (!sentence.supervision().isFull()) {
      List<String> latent = sentence.supervision().latentTypes().stream().sorted().toList();
      out.writeDouble(sentence.supervision().weight());
      out.writeInt(latent.size());
      write(latent, out);
      SilverLabels silver = sentence.supervision().silver();
      out.writeBoolean(silver != null);
      if (silver != null) {
        write(silver, out);
      }
    }
  }

  private static void write(SilverLabels silver, DataOutput out) throws IOException {
    List<String> labels = silver.labels().labels();
    out.writeUTF(silver.labels().scheme().name());
    out.writeInt(labels.size());
    write(labels, out);
    byte[] paths = silver.paths().toBytes();
    out.writeInt(silver.paths().size());
    out.writeInt(paths.length);
    out.write(paths);
  }

  private static SilverLabels silver(DataInput in) throws IOException {
    TagScheme scheme = TagScheme.valueOf(in.readUTF());
    List<String> labels = strings(in.readInt(), in);
    int size = in.readInt();
    byte[] paths = new byte[in.readInt()];
    in.readFully(paths);
    return new SilverLabels(SharedLabelSets.of(scheme, labels), PathDistribution.of(paths, size));
  }

  private void readFrom(DataInput in) throws IOException {
    int size = in.readInt();
    begin = in.readInt();
    boolean attributes = in.readBoolean();
    LabeledSentence read =
        new LabeledSentence(
            strings(size, in), strings(size, in), strings(attributes ? size : 0, in));
    sentence = in.readBoolean() ? read : read.withSupervision(supervision(in));
  }

  private static Supervision supervision(DataInput in) throws IOException {
    double weight = in.readDouble();
    Set<String> latent = Set.copyOf(strings(in.readInt(), in));
    return new Supervision(latent, weight, in.readBoolean() ? silver(in) : null);
  }

  /** Long strings are written in pieces, each but the last of the most characters. */
  private static void write(List<String> strings, DataOutput out) throws IOException {
    for (String string : strings) {
      int begin = 0;
      while (string.length() - begin >= MOST_CHARACTERS) {
        out.writeUTF(string.substring(begin, begin + MOST_CHARACTERS));
        begin += MOST_CHARACTERS;
      }
      out.writeUTF(string.substring(begin));
    }
  }

  private static List<String> strings(int count, DataInput in) throws IOException {
    String[] strings = new String[count];
    for (int i = 0; i < count; i++) {
      strings[i] = string(in);
    }
    return Arrays.asList(strings);
  }

  private static String string(DataInput in) throws IOException {
    String piece = in.readUTF();
    if (piece.length() < MOST_CHARACTERS) {
      return piece;
    }
    StringBuilder whole = new StringBuilder(piece);
    while (piece.length() == MOST_CHARACTERS) {
      piece = in.readUTF();
      whole.append(piece);
    }
    return whole.toString();
  }
}
