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

package org.sparkner.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds. */
public final class Memory {
  private Memory() {}

  /**
   * Bytes of this process's memory that neither a file backs nor the heap, which lies below all
   * others.
   */
  public static long outsideTheHeap() throws IOException {
    long bytes = 0;
    boolean counted = false;
    for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
      String[] words = line.split("\\s+", -1);
      if (words[0].matches("[0-9a-f]+-[0-9a-f]+")) {
        counted = words[0].length() > 2 * 11;
      } else if (counted && words[0].equals("Anonymous:")) {
        bytes += 1024 * Long.parseLong(words[1]);
      }
    }
    return bytes;
  }
}
