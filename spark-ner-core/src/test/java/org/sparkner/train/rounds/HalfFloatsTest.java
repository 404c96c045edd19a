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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HalfFloatsTest {
  @Property
  void aChunkKeepsElevenBitsOfEachValueWhateverTheSizeOfAll(
      @ForAll long seed, @ForAll @IntRange(min = -20, max = 20) int size) {
    Random random = new Random(seed);
    float[] values = new float[1 + random.nextInt(3000)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (Math.pow(10, size) * random.nextDouble(0.001, 1));
    }
    BlockOutput out = new BlockOutput(HalfFloats.bytes(values.length));
    HalfFloats.write(values, out);
    float[] read = HalfFloats.read(new BlockInput(out.toBytes()), values.length);
    for (int i = 0; i < values.length; i++) {
      assertThat(Math.abs(read[i] - values[i])).isLessThanOrEqualTo(values[i] / 2048);
    }
  }
}
