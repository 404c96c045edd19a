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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

/**
 * The labels of a token classifier, and how a chain reads them. A chain is over BIOES, whatever the
 * classifier's scheme: each legal sequence of tags of that scheme is one of BIOES with the same
 * entities and, by {@link #column}, the same scores.
 *
 * @param scheme of the classifier
 * @param columns its labels in the order of its outputs; of chunks, O or a letter, a hyphen and a
 *     type
 */
public record ClassifierLabels(TagScheme scheme, List<String> columns) {
  /** Instead of a column, where the classifier has none. */
  public static final int NONE = -1;

  /**
   * @throws IllegalArgumentException if a label stands twice, or chunks are without O
   */
  public ClassifierLabels {
    columns = List.copyOf(columns);
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new IllegalArgumentException("the label " + column + " twice");
      }
    }
    if (scheme != TagScheme.PLAIN && !seen.contains("O")) {
      throw new IllegalArgumentException("no label O for tokens outside of entities");
    }
  }

  /** The labels of the chain: BIOES as far as the classifier can tell them, or its plain labels. */
  public LabelSet labels() {
    if (scheme == TagScheme.PLAIN) {
      return LabelSet.of(TagScheme.PLAIN, columns);
    }
    TreeSet<String> types = new TreeSet<>();
    columns.stream().filter(column -> !column.equals("O")).forEach(c -> types.add(typeOf(c)));
    List<String> labels = new ArrayList<>(List.of("O"));
    for (String type : types) {
      for (String letter : List.of("B", "I", "E", "S")) {
        String label = letter + "-" + type;
        boolean inside = letter.equals("S") || scheme == TagScheme.BIOES || has("I", type);
        if (inside && column("O", label) != NONE) {
          labels.add(label);
        }
      }
    }
    return LabelSet.of(TagScheme.BIOES, labels);
  }

  private boolean has(String letter, String type) {
    return columns.contains(letter + "-" + type);
  }

  private static String typeOf(String label) {
    return label.substring(2);
  }

  /**
   * The column that scores a label of the chain.
   *
   * @param previous label of the token before; O for the first token
   * @return {@link #NONE} where the classifier cannot say this
   */
  public int column(String previous, String label) {
    if (scheme == TagScheme.PLAIN || scheme == TagScheme.BIOES || label.equals("O")) {
      return columns.indexOf(label);
    }
    String type = typeOf(label);
    char letter = label.charAt(0);
    boolean begins = letter == 'B' || letter == 'S';
    boolean marked = scheme == TagScheme.IOB2 || (!previous.equals("O") && closes(previous, type));
    return columns.indexOf((begins && marked ? "B-" : "I-") + type);
  }

  /** Whether the column of a label depends on the label before. */
  public boolean dependsOnPrevious() {
    return scheme == TagScheme.IOB1;
  }

  private static boolean closes(String previous, String type) {
    char letter = previous.charAt(0);
    return (letter == 'E' || letter == 'S') && typeOf(previous).equals(type);
  }
}
