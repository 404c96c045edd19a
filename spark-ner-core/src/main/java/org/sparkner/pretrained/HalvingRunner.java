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

package org.sparkner.pretrained;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.UsageException;

/**
 * Halves batches that do not fit into the memory of a device, until one window does not. It
 * remembers what did not fit, and says so once. For one thread.
 */
final class HalvingRunner implements EqualLengths.Runner {
  private static final Logger LOG = LoggerFactory.getLogger(HalvingRunner.class);

  private final EqualLengths.Runner runner;
  private final EncoderDevice device;
  private int mostPieces = Integer.MAX_VALUE;
  private boolean said;

  HalvingRunner(EqualLengths.Runner runner, EncoderDevice device) {
    this.runner = runner;
    this.device = device;
  }

  @Override
  public List<Vectors> run(List<EncoderInput> windows) {
    int length = windows.get(0).pieces().length;
    List<Vectors> results = new ArrayList<>(windows.size());
    while (results.size() < windows.size()) {
      int from = results.size();
      int count = Math.min(windows.size() - from, EqualLengths.most(mostPieces, length));
      try {
        results.addAll(runner.run(windows.subList(from, from + count)));
      } catch (DeviceMemoryException e) {
        if (count == 1) {
          throw new UsageException(
              device
                  + " has not memory enough for a window of "
                  + length
                  + " word pieces ("
                  + e.getMessage()
                  + "); free memory on it, which other processes may hold (see nvidia-smi), or"
                  + " compute with device = cpu.",
              e);
        }
        mostPieces = (count / 2) * length;
        if (!said) {
          said = true;
          LOG.warn(
              "{} has not memory enough for {} windows of {} word pieces; going on with batches of"
                  + " half as many",
              device,
              count,
              length);
        }
      }
    }
    return results;
  }
}
