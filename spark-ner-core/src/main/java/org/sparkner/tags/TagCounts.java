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

package org.sparkner.tags;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the tags of a data set, of which parts may be read apart and merged, and tells by them all
 * how they are spelled.
 *
 * <p>They are chunk tags if every one of them fits one spelling, and some begin a chunk or go on
 * with it. They are plain labels if few of them fit. Where most do, or where tokens outside are the
 * most frequent and some fit, chunks were meant: those that do not fit are {@link #odd}.
 */
public final class TagCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Long> counts = new TreeMap<>();

  /** Of these sentences. */
  public static TagCounts of(Iterable<? extends List<String>> sentences) {
    TagCounts counts = new TagCounts();
    sentences.forEach(counts::add);
    return counts;
  }

  /** Reads the tags of a sentence. */
  public void add(List<String> tags) {
    tags.forEach(tag -> counts.merge(tag, 1L, Long::sum));
  }

  /** Takes in what was read elsewhere. */
  public void merge(TagCounts other) {
    other.counts.forEach((tag, count) -> counts.merge(tag, count, Long::sum));
  }

  /** The tags read, in alphabetical order. */
  public NavigableSet<String> tags() {
    return Collections.unmodifiableNavigableSet(counts.navigableKeySet());
  }

  /** How often each tag was read, in alphabetical order. */
  public SortedMap<String, Long> counts() {
    return Collections.unmodifiableSortedMap(counts);
  }

  /** How often a tag was read. */
  public long count(String tag) {
    return counts.getOrDefault(tag, 0L);
  }

  /** How they are spelled; plain also where some are {@link #odd}. */
  public TagSpelling spelling() {
    return SpellingGuess.of(counts).spelling();
  }

  /** The rarest tag that is no chunk tag where chunks were plainly meant. */
  public Optional<String> odd() {
    return Optional.ofNullable(SpellingGuess.of(counts).odd());
  }

  /** The spelling that all of them fit, if they are known to be chunk tags. */
  public Optional<TagSpelling> spellingOfChunks() {
    TagSpelling found = spelling();
    return found.isPlain() ? SpellingGuess.ofChunks(counts) : Optional.of(found);
  }

  /** A tag that is spelled otherwise, the rarest of them. */
  public Optional<String> unlike(TagSpelling spelling) {
    return Optional.ofNullable(SpellingFit.of(spelling, counts).odd());
  }
}
