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

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of a file's columns where a line gives them: a header such as {@code token pos tag}, or
 * {@code # global.columns = ID FORM UPOS} of CoNLL-U Plus.
 */
final class ColumnNames {
  private static final Set<String> TOKENS =
      Set.of("token", "word", "form", "text", "tokens", "words");
  private static final Set<String> TAGS =
      Set.of(
          "tag",
          "tags",
          "label",
          "labels",
          "ner",
          "nertag",
          "nertags",
          "ne",
          "necoarselit",
          "netag",
          "entity",
          "entities",
          "iob",
          "iob1",
          "iob2",
          "bio",
          "bioes",
          "bilou",
          "namedentity",
          "target");
  private static final Set<String> SENTENCES =
      Set.of("sent", "sentid", "sentence", "sentenceid", "sentenceidx");
  private static final Set<String> OTHERS =
      Set.of(
          "",
          "id",
          "ids",
          "idx",
          "index",
          "no",
          "tokenid",
          "wordid",
          "doc",
          "docid",
          "lemma",
          "lemmas",
          "pos",
          "postag",
          "postags",
          "upos",
          "xpos",
          "cpos",
          "chunk",
          "chunktag",
          "chunks",
          "feats",
          "head",
          "deprel",
          "deps",
          "misc",
          "phead",
          "pdeprel",
          "score",
          "confidence",
          "probability",
          "start",
          "end",
          "necoarsemeto",
          "nefinelit",
          "nefinemeto",
          "nefinecomp",
          "nenested",
          "nellit",
          "nelmeto");

  private final List<String> names;

  private ColumnNames(List<String> names) {
    this.names = names;
  }

  /** The names that a line's fields are; null where they are none. */
  static ColumnNames of(List<String> fields) {
    List<String> names = fields.stream().map(ColumnNames::plain).toList();
    boolean all = names.stream().allMatch(ColumnNames::isName);
    return names.size() > 1 && all && names.stream().anyMatch(TOKENS::contains)
        ? new ColumnNames(names)
        : null;
  }

  private static boolean isName(String name) {
    return TOKENS.contains(name)
        || TAGS.contains(name)
        || SENTENCES.contains(name)
        || OTHERS.contains(name);
  }

  /** {@code Sentence #}, {@code ner_tags} and {@code PARSEME:NE} without what is no letter. */
  private static String plain(String field) {
    String name = field.substring(field.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    return name.replaceAll("[^a-z0-9]", "");
  }

  int size() {
    return names.size();
  }

  /** The column of the tokens. */
  int token() {
    for (int i = 0; i < names.size(); i++) {
      if (TOKENS.contains(names.get(i))) {
        return i;
      }
    }
    throw new IllegalStateException();
  }

  /** The column that names or numbers the sentence; -1 for none. */
  int sentence() {
    for (int i = 0; i < names.size(); i++) {
      if (SENTENCES.contains(names.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The last column that is named as one of tags; -1 for none. */
  int tag() {
    for (int i = names.size() - 1; i >= 0; i--) {
      if (TAGS.contains(names.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The column of universal parts of speech; -1 for none. */
  int upos() {
    return names.indexOf("upos");
  }
}
