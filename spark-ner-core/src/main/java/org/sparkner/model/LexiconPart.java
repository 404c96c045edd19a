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

package org.sparkner.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sparkner.lexicon.Lexicon;

/** The lexicon as a part of the model. */
final class LexiconPart {
  static final String NAME = "lexicon.bin";

  private LexiconPart() {}

  static void write(Lexicon lexicon, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
    int[] characters = lexicon.characters();
    out.writeInt(characters.length);
    for (int character : characters) {
      out.writeInt(character);
    }
    out.writeInt(lexicon.words().size());
    for (String word : lexicon.words()) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    out.flush();
  }

  static Lexicon read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
    int[] characters = new int[in.readInt()];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = in.readInt();
    }
    int words = in.readInt();
    List<String> list = new ArrayList<>(words);
    for (int i = 0; i < words; i++) {
      list.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
    }
    return new Lexicon(list, characters);
  }
}
