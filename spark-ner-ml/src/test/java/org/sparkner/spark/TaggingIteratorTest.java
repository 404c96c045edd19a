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

package org.sparkner.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.sparkner.tagger.Entity;

class TaggingIteratorTest {
  private final List<List<String>> batches = new ArrayList<>();
  private final TaggingCounts counts = new TaggingCounts();

  /** Gives upper case, one byte a character, and fails on "bad". */
  private final RowTagger<String> shouting =
      new RowTagger<>() {
        @Override
        String input(Row row) {
          return row.getString(row.size() - 1);
        }

        @Override
        long bytes(String input) {
          return input.length();
        }

        @Override
        List<TaggedRow> tag(List<String> inputs) {
          batches.add(inputs);
          if (inputs.contains("bad")) {
            throw new IllegalStateException("bad input");
          }
          return inputs.stream().map(TaggingIteratorTest::shout).toList();
        }

        @Override
        int width() {
          return 1;
        }
      };

  private static TaggedRow shout(String input) {
    Entity entity = new Entity(0, input.length(), "LOUD", input, 1);
    return new TaggedRow(new Object[] {input.toUpperCase()}, input.length(), 1, List.of(entity));
  }

  private List<Row> tag(int batchRows, long batchBytes, String... inputs) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      rows.add(RowFactory.create(i, inputs[i], inputs[i]));
    }
    List<Row> tagged = new ArrayList<>();
    new TaggingIterator<>(rows.iterator(), shouting, 2, batchRows, batchBytes, counts)
        .forEachRemaining(tagged::add);
    return tagged;
  }

  @Test
  void keepsRowsAndOrderAndReplacesTheInputByTheOutput() {
    assertThat(tag(2, 100, "a", "b", "c"))
        .containsExactly(
            RowFactory.create(0, "a", "A"),
            RowFactory.create(1, "b", "B"),
            RowFactory.create(2, "c", "C"));
  }

  @Test
  void aBatchEndsAtItsRows() {
    tag(2, 100, "a", "b", "c", "d", "e");

    assertThat(batches).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
  }

  @Test
  void aBatchEndsAtItsBytes() {
    tag(100, 4, "aa", "bb", "cccccccc", "d");

    assertThat(batches).containsExactly(List.of("aa", "bb"), List.of("cccccccc"), List.of("d"));
  }

  @Test
  void nullStaysNullAndIsNotTagged() {
    assertThat(tag(10, 100, "a", null, "c"))
        .extracting(row -> row.get(2))
        .containsExactly("A", null, "C");
    assertThat(batches).containsExactly(List.of("a", "c"));
  }

  @Test
  void aRowThatFailsGetsNullAndTheOthersTheirTags() {
    assertThat(tag(10, 100, "a", "bad", "c"))
        .extracting(row -> row.get(2))
        .containsExactly("A", null, "C");
  }

  @Test
  void countsWhatWasTagged() {
    tag(2, 100, "a", null, "bad", "ccc");

    assertThat(counts.value())
        .isEqualTo(new TaggingCounts.Counted(4, 2, 4, 2, new TreeMap<>(Map.of("LOUD", 2L))));
  }

  @Test
  void readsNoFurtherThanItsBatch() {
    List<Integer> read = new ArrayList<>();
    Iterator<Row> rows =
        Stream.iterate(0, i -> i + 1)
            .peek(read::add)
            .map(i -> RowFactory.create("x"))
            .map(Row.class::cast)
            .iterator();

    new TaggingIterator<>(rows, shouting, 0, 3, 100, null).next();

    assertThat(read).hasSize(3);
  }
}
