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

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.UsageException;

/**
 * The factor of gradients on their way back, so that they lie within the range of half precision
 * (Micikevicius et al. 2018): halved whenever one is not finite, doubled after many steps in which
 * all were. Where the range is that of single precision, the factor is 1.
 */
final class LossScale {
  private static final Logger LOG = LoggerFactory.getLogger(LossScale.class);
  private static final double INITIAL = 1 << 15;
  private static final int STEPS_TO_GROW = 2_000;
  private static final int MOST_LOST = 20;

  private final boolean scaled;
  private double factor;
  private int good;
  private int lost;
  private long skipped;

  LossScale(Precision precision) {
    this.scaled = precision == Precision.HALF;
    this.factor = scaled ? INITIAL : 1;
  }

  double factor() {
    return factor;
  }

  /** After a step with gradients that were finite. */
  void onFinite() {
    lost = 0;
    good++;
    if (scaled && good == STEPS_TO_GROW) {
      factor *= 2;
      good = 0;
    }
  }

  /**
   * After gradients that were not finite, which are thrown away.
   *
   * @throws UsageException if too many were in a row
   */
  void onOverflow() {
    good = 0;
    lost++;
    skipped++;
    if (lost == MOST_LOST) {
      throw new UsageException(
          "The encoder's gradients were not finite in "
              + MOST_LOST
              + " steps in a row: lower its learning rate, or train it in single precision; the"
              + " last checkpoint is from before.");
    }
    if (scaled) {
      factor /= 2;
    }
    LOG.info(
        "The encoder's gradients were not finite, and its step is left out, {} in this run; the"
            + " factor of the loss is {} from now on.",
        skipped,
        factor);
  }

  /** Steps of this process whose gradients were thrown away. */
  long skipped() {
    return skipped;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeDouble(factor);
    out.writeInt(good);
    out.writeInt(lost);
  }

  void read(DataInputStream in) throws IOException {
    factor = in.readDouble();
    good = in.readInt();
    lost = in.readInt();
  }
}
