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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sparkner.error.NerException;

class CheckpointFileTest {
  @Test
  void anInterruptWhileItIsWrittenWaitsUntilItIsWritten() {
    Interruptible storage = new Interruptible();
    CheckpointFile file = new CheckpointFile(storage, "a run");

    Thread.currentThread().interrupt();
    file.write(out -> out.writeInt(7));

    assertThat(Thread.interrupted()).isTrue();
    file.read(in -> assertThat(in.readInt()).isEqualTo(7));
  }

  @Test
  void aFileThatIsDamagedOrCutAnywhereIsRefusedBeforeItsStateIsRead() {
    Interruptible storage = new Interruptible();
    CheckpointFile file = new CheckpointFile(storage, "a run");
    file.write(
        out -> {
          out.writeInt(3);
          out.write(new byte[] {1, 2, 3});
        });
    byte[] whole = storage.content;

    for (int i = 0; i < whole.length; i++) {
      byte[] other = whole.clone();
      other[i] ^= (byte) 0x40;
      storage.content = other;
      assertRefused(file);
      storage.content = Arrays.copyOf(whole, i);
      assertRefused(file);
    }
    storage.content = Arrays.copyOf(whole, whole.length + 1);
    assertRefused(file);
    storage.content = whole;
    file.read(in -> assertThat(in.readNBytes(in.readInt())).containsExactly(1, 2, 3));
  }

  @Test
  void aFileOfManyBuffersIsWhole() {
    Interruptible storage = new Interruptible();
    CheckpointFile file = new CheckpointFile(storage, "a run");
    byte[] state = new byte[300_000];
    new Random(1).nextBytes(state);
    file.write(out -> out.write(state));

    file.read(in -> assertThat(in.readNBytes(state.length)).isEqualTo(state));
  }

  private static void assertRefused(CheckpointFile file) {
    assertThatThrownBy(() -> file.read(in -> fail("the state is read")))
        .isInstanceOf(NerException.class)
        .hasMessageStartingWith("The checkpoint ");
  }

  /** Gives up when its thread is interrupted, as the client of HDFS does. */
  private static final class Interruptible implements CheckpointStorage {
    private ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private byte[] content = {};

    @Override
    public boolean exists() {
      return content.length > 0;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content);
    }

    @Override
    public OutputStream create() {
      unfinished = new ByteArrayOutputStream();
      return new FilterOutputStream(unfinished) {
        @Override
        public void close() throws IOException {
          if (Thread.interrupted()) {
            throw new InterruptedIOException("interrupted");
          }
          super.close();
        }
      };
    }

    @Override
    public void commit() {
      content = unfinished.toByteArray();
    }

    @Override
    public void delete() {
      content = new byte[0];
    }
  }
}
