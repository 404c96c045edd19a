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

package org.sparkner.train.rounds;

import org.sparkner.pretrained.TrainableEncoder;

/**
 * What a round made of the parameters of an encoder that learns. They are many, so several workers
 * send what they changed, as 16-bit floats; a single one sends them as they are, to the last bit.
 *
 * @param changes whether the values are differences to the round's beginning
 * @param values one a parameter; none if no encoder learns
 */
record EncoderPart(boolean changes, float[] values) {
  static final EncoderPart NONE = new EncoderPart(false, new float[0]);

  /** The parameters of an encoder as they are now; those of none if there is none. */
  static float[] parameters(TrainableEncoder encoder) {
    float[] parameters = new float[encoder == null ? 0 : encoder.parameterCount()];
    if (encoder != null) {
      encoder.copyParameters(parameters);
    }
    return parameters;
  }

  /**
   * What an encoder has learned.
   *
   * @param beginning its parameters at the round's beginning, for the changes; null to take them as
   *     they are
   */
  static EncoderPart of(TrainableEncoder encoder, float[] beginning) {
    float[] values = parameters(encoder);
    if (beginning != null) {
      for (int i = 0; i < values.length; i++) {
        values[i] -= beginning[i];
      }
    }
    return new EncoderPart(beginning != null, values);
  }

  /** Has an encoder, which is still at the round's beginning, take the values over. */
  void applyTo(TrainableEncoder encoder) {
    if (encoder == null) {
      return;
    }
    if (!changes) {
      encoder.setParameters(values);
      return;
    }
    float[] parameters = parameters(encoder);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += values[i];
    }
    encoder.setParameters(parameters);
  }

  /** Bytes that {@link #write} writes. */
  long bytes() {
    long floats = changes ? HalfFloats.bytes(values.length) : (long) Float.BYTES * values.length;
    return 2L * Integer.BYTES + floats;
  }

  void write(BlockOutput out) {
    out.putInt(changes ? 1 : 0);
    out.putInt(values.length);
    out.putFloats(values, changes);
  }

  static EncoderPart read(BlockInput in) {
    boolean changes = in.getInt() == 1;
    return new EncoderPart(changes, in.getFloats(in.getInt(), changes));
  }
}
