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

package org.sparkner.spark.tagging;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoSerializable;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.sparkner.model.NerModel;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;

/**
 * A model and the taggers over it, as the value of a broadcast. It travels in the format of a saved
 * model, whichever serializer Spark is set to, so that a fresh model behaves on a cluster as it
 * does after a reload. Spark keeps one deserialized value of a broadcast in each executor, so its
 * tasks share its taggers, one for each precision and device that was asked for; the driver keeps
 * the original.
 */
public final class SharedTagger implements Serializable, KryoSerializable {
  private static final long serialVersionUID = 1L;

  private transient NerModel model;
  private transient Map<Arithmetic, Tagger> taggers;

  private record Arithmetic(Precision precision, EncoderDevice device) {}

  /** For Kryo, which fills it by {@link #read}. */
  SharedTagger() {}

  public SharedTagger(NerModel model) {
    this.model = model;
  }

  public NerModel model() {
    return model;
  }

  /**
   * The tagger of a precision on a device, made when it is first needed.
   *
   * @param device as the running task has it
   */
  public synchronized Tagger tagger(Precision precision, EncoderDevice device) {
    if (taggers == null) {
      taggers = new HashMap<>();
    }
    return taggers.computeIfAbsent(
        new Arithmetic(precision, device), a -> Tagger.of(model, a.precision(), a.device()));
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    BroadcastFormat.write(model, out);
  }

  private void readObject(ObjectInputStream in) throws IOException {
    model = BroadcastFormat.read(in);
  }

  @Override
  public void write(Kryo kryo, Output output) {
    try {
      BroadcastFormat.write(model, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void read(Kryo kryo, Input input) {
    try {
      model = BroadcastFormat.read(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
