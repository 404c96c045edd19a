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

package org.sparkner.spark.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.sparkner.tagger.Entity;

class TaggingIteratorTest {
  private final List<List<String>> batches = new ArrayList<>();
  private final TaggingCounts counts = new TaggingCounts();

  /** Gives upper case, one byte a character, and fails on "bad". */
  private final RowTagger<String> shouting =
      new RowTagger<>() {
        @Override
        String input(InternalRow row) {
          return row.isNullAt(1) ? null : row.getString(1);
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
    return new TaggedRow(
        new Object[] {UTF8String.fromString(input.toUpperCase(Locale.ROOT))},
        input.length(),
        1,
        1,
        0,
        List.of(entity));
  }

  /** The rows as "id input output"; they come as Spark's do, one object with ever other values. */
  private List<String> tag(int batchRows, long batchBytes, String... inputs) {
    InternalRow reused = new GenericInternalRow(2);
    Iterator<InternalRow> rows =
        IntStream.range(0, inputs.length)
            .mapToObj(
                i -> {
                  reused.update(0, i);
                  reused.update(1, UTF8String.fromString(inputs[i]));
                  return reused;
                })
            .iterator();
    List<String> tagged = new ArrayList<>();
    new TaggingIterator<>(rows, shouting, batchRows, batchBytes, new BatchCounts(counts, null))
        .forEachRemaining(
            row ->
                tagged.add(
                    row.getInt(0) + " " + row.getUTF8String(1) + " " + row.getUTF8String(2)));
    return tagged;
  }

  @Test
  void keepsRowsAndOrderAndAddsTheOutput() {
    assertThat(tag(2, 100, "a", "b", "c")).containsExactly("0 a A", "1 b B", "2 c C");
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
    assertThat(tag(10, 100, "a", null, "c")).containsExactly("0 a A", "1 null null", "2 c C");
    assertThat(batches).containsExactly(List.of("a", "c"));
  }

  @Test
  void aRowThatFailsGetsNullAndTheOthersTheirTags() {
    assertThat(tag(10, 100, "a", "bad", "c")).containsExactly("0 a A", "1 bad null", "2 c C");
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
    Iterator<InternalRow> rows =
        Stream.iterate(0, i -> i + 1)
            .peek(read::add)
            .<InternalRow>map(
                i -> new GenericInternalRow(new Object[] {i, UTF8String.fromString("x")}))
            .iterator();

    new TaggingIterator<>(rows, shouting, 3, 100, new BatchCounts(null, null)).next();

    assertThat(read).hasSize(3);
  }
}
