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

package org.sparkner.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sparkner.pretrained.SmallEncoder;

/** The directory of a small encoder that can learn, and knows single letters. */
final class SmallEncoderFolder {
  private SmallEncoderFolder() {}

  static Path write(Path folder) throws IOException {
    SmallEncoder bert = new SmallEncoder("bert");
    Files.createDirectories(folder);
    Files.write(folder.resolve("config.json"), bert.file("config.json"));
    Files.write(folder.resolve("model.safetensors"), bert.file("model.safetensors"));
    Files.writeString(
        folder.resolve("vocab.txt"),
        "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\no\n");
    return folder;
  }
}
