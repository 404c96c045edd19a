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

package org.sparkner.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sparkner.tags.TagScheme;

/**
 * Writes token, tab and tag a line and a blank line after each sentence. Tabs and line breaks
 * within a token or tag, which the format cannot hold, become spaces.
 */
public final class ConllWriter implements Closeable {
  private final Writer out;
  private final TagScheme scheme;

  /**
   * @param out closed with this writer
   * @param scheme tags are converted to it; {@link TagScheme#PLAIN} leaves them as they are
   */
  public ConllWriter(Writer out, TagScheme scheme) {
    this.out = out;
    this.scheme = scheme;
  }

  /** Writes chunks in {@link TagScheme#IOB2}. */
  public ConllWriter(Writer out) {
    this(out, TagScheme.IOB2);
  }

  public void write(LabeledSentence sentence) throws IOException {
    List<String> tags = scheme.convert(sentence.tags());
    for (int i = 0; i < sentence.size(); i++) {
      out.write(field(sentence.tokens().get(i)));
      out.write('\t');
      out.write(field(tags.get(i)));
      out.write('\n');
    }
    out.write('\n');
  }

  private static String field(String text) {
    return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
