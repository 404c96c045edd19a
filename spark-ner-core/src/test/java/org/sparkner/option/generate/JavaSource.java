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

package org.sparkner.option.generate;

import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Java as google-java-format leaves it. */
final class JavaSource {
  static final String WRITTEN = "Written by {@code build-tools/generate-options}.";

  private final StringBuilder text = new StringBuilder();

  JavaSource(String license, String packageName, Collection<String> imports) {
    text.append(license.strip()).append("\n\npackage ").append(packageName).append(";\n\n");
    text.append(
        new TreeSet<>(imports)
            .stream().map(name -> "import " + name + ";\n").collect(Collectors.joining()));
    text.append('\n');
  }

  JavaSource line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** A comment that fits one line, or else is filled. */
  JavaSource javadoc(String indent, String sentence) {
    String escaped = escaped(sentence);
    String line = indent + "/** " + escaped + " */";
    if (line.length() <= Filled.COLUMNS) {
      return line(line);
    }
    line(indent + "/**");
    text.append(Filled.after(indent + " * ", escaped));
    return line(indent + " */");
  }

  /** A paragraph of a comment. */
  JavaSource paragraph(String sentences) {
    text.append(Filled.after(" * ", escaped(sentences)));
    return this;
  }

  /** A tag of a comment that is longer than a line, the lines after the first indented. */
  JavaSource tag(String indent, String tag) {
    String words = escaped(tag);
    String first = Filled.lines(words, Filled.COLUMNS - indent.length() - 3).get(0);
    line(indent + " * " + first);
    if (first.length() < words.length()) {
      text.append(Filled.after(indent + " *     ", words.substring(first.length() + 1)));
    }
    return this;
  }

  private static String escaped(String sentence) {
    return sentence.replace("&", "&amp;").replace(" < ", " &lt; ").replace("> ", "&gt; ");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
