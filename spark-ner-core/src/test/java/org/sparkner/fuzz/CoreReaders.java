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

package org.sparkner.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sparkner.corpus.CorpusTargets;
import org.sparkner.lexicon.LexiconTargets;
import org.sparkner.model.ModelTargets;
import org.sparkner.onnx.OnnxTargets;
import org.sparkner.pretrained.EncoderFileTargets;
import org.sparkner.signature.SignatureTargets;
import org.sparkner.text.TextTargets;
import org.sparkner.view.ViewTargets;

/** The readers of the core. */
public final class CoreReaders implements FuzzedReaders {
  @Override
  public Map<String, Consumer<byte[]>> all() {
    Map<String, Consumer<byte[]>> all = new TreeMap<>();
    Stream.of(
            CorpusTargets.all(),
            LexiconTargets.all(),
            ModelTargets.all(),
            OnnxTargets.all(),
            EncoderFileTargets.all(),
            SignatureTargets.all(),
            TextTargets.all(),
            ViewTargets.all())
        .forEach(all::putAll);
    return all;
  }
}
