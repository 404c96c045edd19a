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

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sparkner.error.BadDataException;
import org.sparkner.tags.TagCounts;
import org.sparkner.tags.TagScheme;
import org.sparkner.tags.TagSpelling;

/** What the tags of a data set are taken for. */
public enum TagReading {
  /**
   * Chunks where all tags are chunk tags, in whatever spelling; labels that stand for themselves
   * where few are. Where most are, the others are refused.
   */
  DETECT,
  /** Chunks, in whatever spelling; a tag that is none is refused. */
  CHUNKS,
  /** What they are in IOB1, IOB2 and BIOES; else labels that stand for themselves. */
  AS_WRITTEN;

  /** Words for no entity, which are no parts of speech. */
  private static final Set<String> OUTSIDE_WORDS =
      Set.of("OUT", "OUTSIDE", "OTHER", "NONE", "NULL", "NA", "N/A", "NO_ENTITY");

  /** Tokens of a sentence that a message shows. */
  private static final int SHOWN = 5;

  /** What tags that a model of these labels is compared with are taken for. */
  public static TagReading of(TagScheme labels) {
    return labels == TagScheme.PLAIN ? AS_WRITTEN : CHUNKS;
  }

  /**
   * How the tags of a data set are spelled.
   *
   * @param place tells where a tag stands, for messages
   * @throws BadDataException naming the tag that cannot be read
   */
  public TagSpelling spelling(TagCounts tags, UnaryOperator<String> place) {
    if (this == AS_WRITTEN) {
      return TagSpelling.PLAIN;
    }
    brackets(tags)
        .ifPresent(
            bracket -> {
              throw new BadDataException(
                  place.apply(bracket)
                      + ": found the tag "
                      + bracket
                      + ", expected tags such as B-PER, I-PER and O in place of brackets and stars;"
                      + " convert the file.");
            });
    if (this == CHUNKS) {
      return tags.spellingOfChunks()
          .orElseThrow(
              () ->
                  refusal(
                      tags.odd().or(() -> tags.unlike(TagSpelling.USUAL)).orElseThrow(), place));
    }
    tags.odd()
        .ifPresent(
            odd -> {
              throw refusal(odd, place);
            });
    return tags.spelling();
  }

  /** A tag that opens a chunk in the brackets of CoNLL-2005 and CoNLL-2012, if tags have them. */
  private static Optional<String> brackets(TagCounts tags) {
    return tags.count("*") == 0
        ? Optional.empty()
        : tags.tags().stream().filter(tag -> tag.matches("\\(.+[*)]")).findFirst();
  }

  /**
   * How the tags of a data set are spelled that goes with another, such as the one to validate on:
   * as there, if they fit, else in another spelling of chunks.
   *
   * @param known of the other
   * @param place tells where a tag stands, for messages
   * @throws BadDataException naming the tag that cannot be read
   */
  public static TagSpelling spellingLike(
      TagCounts tags, TagSpelling known, UnaryOperator<String> place) {
    return tags.unlike(known).isEmpty() ? known : CHUNKS.spelling(tags, place);
  }

  /**
   * How the tags of sentences are spelled.
   *
   * @throws BadDataException naming the tag that cannot be read, and a sentence that has it
   */
  public TagSpelling spelling(List<LabeledSentence> sentences) {
    return spelling(counts(sentences), tag -> placeOf(tag, sentences));
  }

  /**
   * Sentences with the tags that were meant.
   *
   * @throws BadDataException as {@link #spelling(List)} does
   */
  public List<LabeledSentence> read(List<LabeledSentence> sentences) {
    return read(sentences, spelling(sentences));
  }

  /**
   * Sentences that go with others, with the tags that were meant.
   *
   * @param known of the others
   * @throws BadDataException as {@link #spelling(List)} does
   */
  public static List<LabeledSentence> readLike(List<LabeledSentence> sentences, TagSpelling known) {
    return read(sentences, spellingLike(counts(sentences), known, tag -> placeOf(tag, sentences)));
  }

  /** Sentences with tags of this spelling as IOB1, IOB2 or BIOES write them. */
  public static List<LabeledSentence> read(List<LabeledSentence> sentences, TagSpelling spelling) {
    return spelling.isPlain()
        ? sentences
        : sentences.stream().map(sentence -> read(sentence, spelling)).toList();
  }

  private static LabeledSentence read(LabeledSentence sentence, TagSpelling spelling) {
    List<String> tags = spelling.read(sentence.tags());
    return tags.equals(sentence.tags()) ? sentence : sentence.withTags(tags);
  }

  /**
   * What to warn of where plain labels look like those of entities.
   *
   * @return one line, if there is reason to
   */
  public static Optional<String> warning(Collection<String> plainLabels) {
    Optional<String> outside =
        Stream.of("O", "o", "0")
            .filter(plainLabels::contains)
            .findFirst()
            .or(() -> plainLabels.stream().filter(TagReading::isLikeOutside).findFirst());
    Optional<String> other =
        plainLabels.stream()
            .filter(label -> label.length() > 1 && label.chars().anyMatch(Character::isLetter))
            .filter(label -> !label.equals(outside.orElse("")))
            .findFirst();
    return outside.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the tags have "
                + outside.get()
                + ", but none says where an entity begins, as B-"
                + other.get()
                + " would; they are learnt as plain labels, one per token, and the model finds no"
                + " entities");
  }

  /** Whether a label says that a token is in no entity, or is an O between other characters. */
  private static boolean isLikeOutside(String label) {
    return OUTSIDE_WORDS.contains(label.toUpperCase(Locale.ROOT))
        || label.replaceAll("[^\\p{L}\\p{N}]", "").equalsIgnoreCase("O");
  }

  /** The tags of these sentences. */
  public static TagCounts counts(List<LabeledSentence> sentences) {
    TagCounts counts = new TagCounts();
    sentences.forEach(sentence -> counts.add(sentence.tags()));
    return counts;
  }

  private static String placeOf(String tag, List<LabeledSentence> sentences) {
    return sentences.stream()
        .filter(sentence -> sentence.tags().contains(tag))
        .findFirst()
        .map(sentence -> placeIn(sentence.tokens()))
        .orElse("the tags");
  }

  /** A sentence as a place, for messages. */
  public static String placeIn(List<String> tokens) {
    return "the sentence that begins with '"
        + String.join(" ", tokens.subList(0, Math.min(SHOWN, tokens.size())))
        + "'";
  }

  private static BadDataException refusal(String tag, UnaryOperator<String> place) {
    return new BadDataException(
        place.apply(tag)
            + ": found the tag "
            + tag
            + ", expected O or a tag such as B-PER (also B_PER, b-PER, PER-B, or B alone;"
            + " BIOES, BILOU and BMES too), as the others are; correct it.");
  }
}
