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

import java.util.Set;
import java.util.function.Consumer;
import org.sparkner.error.UsageException;

/**
 * CoNLL-U of Universal Dependencies: ten columns apart by tabs, comments with {@code #}. Multi-word
 * ranges ({@code 3-4}) and empty nodes ({@code 3.1}) are skipped; the token is FORM.
 *
 * @param tag where the tag is: {@code UPOS}, {@code XPOS}, {@code DEPREL}, {@code ENTITY} for the
 *     named entities of the layer {@code Entity} in MISC, or {@code MISC:key} for a key of the MISC
 *     column, where a token without that key has the tag {@code O}
 * @param attribute where a further label of the token is, such as its part of speech: as with
 *     {@code tag}, but another; null for none
 */
public record ConlluFormat(String tag, String attribute) implements CorpusFormat {
  private static final Set<String> COLUMNS = Set.of("UPOS", "XPOS", "DEPREL");
  private static final String MISC = "MISC:";

  /** Named entities of the layer {@code Entity} in MISC. */
  static final String ENTITY = "ENTITY";

  /** Universal parts of speech. */
  public static final ConlluFormat UPOS = new ConlluFormat("UPOS");

  /**
   * @throws UsageException for what is none of these, or twice the same
   */
  public ConlluFormat {
    if (!tag.equals(ENTITY)) {
      require(tag, "tag");
    }
    if (attribute != null) {
      require(attribute, "attribute");
      if (attribute.equals(tag)) {
        throw new UsageException(
            "CoNLL-U's "
                + attribute
                + " is the tag to be found; read another column as the attribute.");
      }
    }
  }

  /** A tag alone. */
  public ConlluFormat(String tag) {
    this(tag, null);
  }

  /** The format with the options that it heeds: the columns of tags and of attributes. */
  static ConlluFormat of(CorpusOptions options) {
    return new ConlluFormat(
        options.tagColumn() == null ? UPOS.tag : options.tagColumn(), options.attributeColumn());
  }

  @Override
  public SentenceSource open(CorpusFile file, Consumer<String> warnings) {
    return new ConlluSource(file, this);
  }

  private static void require(String name, String what) {
    boolean misc = name.startsWith(MISC) && name.length() > MISC.length();
    if (!misc && !COLUMNS.contains(name)) {
      throw new UsageException(
          "CoNLL-U has no "
              + what
              + " '"
              + name
              + "'; give UPOS, XPOS, DEPREL or MISC:key"
              + (what.equals("tag") ? ", or ENTITY for its named entities." : "."));
    }
  }

  /** The column of one of these names, from 0. */
  private static int column(String name) {
    return switch (name) {
      case "UPOS" -> 3;
      case "XPOS" -> 4;
      case "DEPREL" -> 7;
      default -> 9;
    };
  }

  /** Whether tags are those of mentions, which no line has by itself. */
  boolean readsMentions() {
    return tag.equals(ENTITY);
  }

  /** The tag among the fields of a line; O where it is to be told from mentions. */
  String tagIn(String[] fields) {
    return readsMentions() ? "O" : in(fields, tag);
  }

  /** The further label among the fields of a line; null where there is none. */
  String attributeIn(String[] fields) {
    return attribute == null ? null : in(fields, attribute);
  }

  private static String in(String[] fields, String name) {
    String field = fields[column(name)];
    if (!name.startsWith(MISC)) {
      return field;
    }
    String key = name.substring(MISC.length()) + "=";
    for (String part : field.split("\\|", -1)) {
      if (part.startsWith(key) && part.length() > key.length()) {
        return part.substring(key.length());
      }
    }
    return "O";
  }
}
