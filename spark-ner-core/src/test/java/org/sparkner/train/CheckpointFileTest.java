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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

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
