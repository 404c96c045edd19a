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

package org.sparkner.torch.encoder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.sparkner.pretrained.ContextualVectors;
import org.sparkner.pretrained.EncoderFiles;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.EncoderTuning;
import org.sparkner.pretrained.EncoderWeights;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.SmallEncoder;
import org.sparkner.pretrained.TransformerGraph;
import org.sparkner.torch.TorchDevice;

/** Small encoders that learn, and windows for them. */
final class Opened {
  static final TorchDevice CPU = TorchDevice.of("cpu");

  /** Everything learns at one rate, without dropout and decay. */
  static final EncoderTuning PLAIN = new EncoderTuning(1, 0, 0, 0, false, false, false, "cpu", 1);

  private Opened() {}

  static PretrainedEncoder pretrained(EncoderWeights weights, byte[] config) {
    ContextualVectors vectors =
        new ContextualVectors(
            TransformerGraph.VECTORS,
            weights.config().hidden(),
            weights.config().positions(),
            false);
    return new PretrainedEncoder(
        vectors,
        new EncoderFiles(TransformerGraph.write(weights), new byte[0], config),
        "small",
        0);
  }

  static PretrainedEncoder pretrained(String name) throws IOException {
    SmallEncoder small = new SmallEncoder(name);
    return pretrained(small.weights(), small.file("config.json"));
  }

  static TorchEncoder encoder(String name, EncoderTuning tuning) throws IOException {
    return encoder(name, tuning, Precision.SINGLE);
  }

  static TorchEncoder encoder(String name, EncoderTuning tuning, Precision precision)
      throws IOException {
    return TorchEncoderProvider.open(pretrained(name), tuning, CPU, precision);
  }

  /** A window of which every piece is the first of a token. */
  static EncoderInput window(int... pieces) {
    int[] firsts = new int[pieces.length];
    Arrays.setAll(firsts, i -> i);
    int[] capitalisation = new int[pieces.length];
    Arrays.setAll(capitalisation, i -> pieces[i] % 8);
    return new EncoderInput(pieces, capitalisation, firsts);
  }

  /** Windows of different lengths, with pieces that occur more than once. */
  static List<EncoderInput> windows() {
    return List.of(window(2, 7, 9, 7, 12, 3), window(2, 5, 3), window(2, 9, 17, 18, 3));
  }

  /** Random gradients for the vectors of windows. */
  static List<float[]> gradients(List<EncoderInput> windows, int dimension, long seed) {
    Random random = new Random(seed);
    List<float[]> gradients = new ArrayList<>();
    for (EncoderInput window : windows) {
      float[] gradient = new float[window.firsts().length * dimension];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = (float) random.nextGaussian();
      }
      gradients.add(gradient);
    }
    return gradients;
  }

  /** A step with random gradients. */
  static void step(TorchEncoder encoder, long step, double rate) {
    List<EncoderInput> windows = windows();
    encoder.forward(windows, step);
    encoder.backward(gradients(windows, encoder.dimension(), step));
    encoder.gradientNorm();
    encoder.update(rate, 1);
  }

  /**
   * The gradients of all parameters, of an encoder whose first step this is: a tenth of each is in
   * its moving average afterwards. The step has no learning rate.
   */
  static float[] gradients(TorchEncoder encoder) throws IOException {
    encoder.update(0, 1);
    DataInputStream state = afterHeader(encoder);
    int all = encoder.parameterCount();
    int[] table =
        EncoderWeights.of(encoder.encoder().files(), "learned").shape(EncoderWeights.WORDS);
    int width = table[1];
    int words = table[0] * width;
    float[] gradients = Arrays.copyOf(ofMeans(state, all - words), all);
    state.skipNBytes((long) (all - words) * Float.BYTES);
    state.skipNBytes(Integer.BYTES + Double.BYTES);
    int touched = state.readInt();
    int[] places = new int[table[0]];
    for (int piece = 0; piece < places.length; piece++) {
      places[piece] = state.readInt();
      state.readInt();
    }
    state.skipNBytes((long) words * Float.BYTES);
    float[] means = new float[touched * width];
    for (int i = 0; i < means.length; i++) {
      means[i] = 10 * state.readFloat();
    }
    for (int piece = 0; piece < places.length; piece++) {
      if (places[piece] >= 0) {
        System.arraycopy(
            means, places[piece] * width, gradients, all - words + piece * width, width);
      }
    }
    return gradients;
  }

  /** The same of an encoder whose word pieces do not learn. */
  static float[] gradientsWithoutWords(TorchEncoder encoder) throws IOException {
    encoder.update(0, 1);
    return ofMeans(afterHeader(encoder), encoder.parameterCount());
  }

  private static DataInputStream afterHeader(TorchEncoder encoder) throws IOException {
    DataInputStream state = new DataInputStream(new ByteArrayInputStream(state(encoder)));
    state.skipNBytes(Long.BYTES + Double.BYTES + 2 * Integer.BYTES);
    return state;
  }

  /** From the moving averages that follow so many values. */
  private static float[] ofMeans(DataInputStream state, int count) throws IOException {
    state.skipNBytes((long) count * Float.BYTES);
    float[] gradients = new float[count];
    for (int i = 0; i < count; i++) {
      gradients[i] = 10 * state.readFloat();
    }
    return gradients;
  }

  static byte[] state(TorchEncoder encoder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      encoder.write(out);
    }
    return bytes.toByteArray();
  }

  static float[] parameters(TorchEncoder encoder) {
    float[] parameters = new float[encoder.parameterCount()];
    encoder.copyParameters(parameters);
    return parameters;
  }
}
