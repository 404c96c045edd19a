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

package org.sparkner.compress;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.sparkner.model.ModelTarget;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NerModel;

/** Counts the bytes of a model as it would be saved. */
final class SavedSize implements ModelTarget {
  private long bytes;

  private SavedSize() {}

  /** Bytes of all parts. */
  static long of(NerModel model) {
    SavedSize size = new SavedSize();
    try {
      ModelWriter.write(model, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return size.bytes;
  }

  @Override
  public OutputStream create(String name) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        bytes++;
      }

      @Override
      public void write(byte[] buffer, int offset, int length) {
        bytes += length;
      }
    };
  }

  @Override
  public String locate(String name) {
    return name;
  }
}
