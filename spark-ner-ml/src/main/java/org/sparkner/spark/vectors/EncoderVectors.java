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

package org.sparkner.spark.vectors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.mllib.linalg.Matrix;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.linalg.distributed.RowMatrix;
import org.apache.spark.storage.StorageLevel;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.spark.device.TaskDevice;
import scala.Tuple2;

/**
 * Word vectors from a pretrained encoder: of each word the mean of its contextual vectors over a
 * text (Bommasani et al. 2020, section 3), on the principal components of all words' means. So what
 * an encoder knows of words is had at the price of looking them up.
 *
 * @param words the frequent ones first, with their vectors, whose mean over the words is 0
 * @param tokens of the text
 * @param leftOut words that are frequent enough, but not among the most frequent
 * @param explained share of the variance of the means that is in the vectors, 0 to 1
 */
public record EncoderVectors(WordVectors words, long tokens, long leftOut, double explained) {
  /** The root mean square of the values, about that of the frequent words of GloVe 6B. */
  private static final double SCALE = 0.5;

  /**
   * Which words get vectors, and which vectors.
   *
   * @param lowerCase whether words are told apart whatever their case
   * @param minimumCount occurrences that a word must have
   * @param mostWords words at most, the most frequent ones; the first by their letters where
   *     several are as frequent
   * @param dimension floats of a vector, at most those of the encoder's
   */
  public record Options(boolean lowerCase, long minimumCount, int mostWords, int dimension) {}

  /**
   * Reads the documents twice: to count words, and to encode them.
   *
   * @param documents of sentences; the same each time they are computed
   * @param device on which tasks run the encoder
   * @throws UsageException if more dimensions are asked for than the encoder has
   * @throws BadDataException if fewer than two words are frequent enough
   */
  public static EncoderVectors of(
      JavaRDD<List<List<String>>> documents,
      PretrainedEncoder encoder,
      EncoderDevice device,
      Options options) {
    int width = encoder.vectors().dimension();
    if (options.dimension() > width) {
      throw new UsageException(
          "The vectors of the encoder have "
              + width
              + " values, found a dimension of "
              + options.dimension()
              + "; give at most "
              + width
              + ".");
    }
    JavaPairRDD<String, Long> counts = counts(documents, options.lowerCase());
    long tokens = counts.values().fold(0L, Long::sum);
    List<String> frequent = words(counts, options.minimumCount());
    List<String> words =
        List.copyOf(frequent.subList(0, Math.min(options.mostWords(), frequent.size())));
    if (words.size() < 2) {
      throw new BadDataException(
          "The text has "
              + words.size()
              + " words that occur "
              + options.minimumCount()
              + " times or more, expected at least 2; give more text, or a lower minimum count.");
    }
    JavaPairRDD<Integer, double[]> means =
        means(documents, encoder, device, new Vocabulary(words, options.lowerCase()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Reduced reduced = reduced(means, words.size(), width, options.dimension());
      return new EncoderVectors(
          new WordVectors(words, options.dimension(), reduced.table()),
          tokens,
          frequent.size() - words.size(),
          reduced.explained());
    } finally {
      means.unpersist();
    }
  }

  private static JavaPairRDD<String, Long> counts(
      JavaRDD<List<List<String>>> documents, boolean lowerCase) {
    return documents
        .flatMap(document -> document.stream().flatMap(List::stream).iterator())
        .mapToPair(token -> new Tuple2<>(Vocabulary.word(token, lowerCase), 1L))
        .reduceByKey(Long::sum);
  }

  private static List<String> words(JavaPairRDD<String, Long> counts, long least) {
    List<Tuple2<String, Long>> frequent =
        new ArrayList<>(
            counts
                .filter(
                    word ->
                        word._2() >= least
                            && Lexicon.holds(word._1())
                            && word._1().chars().noneMatch(Character::isWhitespace))
                .collect());
    frequent.sort(
        Comparator.comparingLong((Tuple2<String, Long> word) -> -word._2())
            .thenComparing(Tuple2::_1));
    return frequent.stream().map(Tuple2::_1).toList();
  }

  /** Of each word by its number; the parts are added in their order, whichever came first. */
  private static JavaPairRDD<Integer, double[]> means(
      JavaRDD<List<List<String>>> documents,
      PretrainedEncoder encoder,
      EncoderDevice device,
      Vocabulary vocabulary) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(documents.context());
    Broadcast<PretrainedEncoder> sentEncoder = context.broadcast(encoder.withCache(0));
    Broadcast<Vocabulary> sentVocabulary = context.broadcast(vocabulary);
    return documents
        .mapPartitionsWithIndex(
            (number, part) -> {
              PretrainedEncoder own = sentEncoder.value().on(TaskDevice.ofTask(device));
              WordSums sums = new WordSums(own, sentVocabulary.value());
              part.forEachRemaining(sums::add);
              return sums.parts(number);
            },
            true)
        .mapToPair(sum -> sum)
        .groupByKey()
        .mapValues(EncoderVectors::mean);
  }

  private static double[] mean(Iterable<PartialSum> parts) {
    List<PartialSum> inOrder = new ArrayList<>();
    parts.forEach(inOrder::add);
    inOrder.sort(Comparator.comparingInt(PartialSum::part));
    double[] mean = new double[inOrder.get(0).values().length];
    long count = 0;
    for (PartialSum part : inOrder) {
      count += part.count();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += part.values()[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= count;
    }
    return mean;
  }

  /** Vectors of all words in their order, and the share of the variance that is in them. */
  private record Reduced(float[] table, double explained) {}

  private static Reduced reduced(
      JavaPairRDD<Integer, double[]> means, int words, int width, int dimension) {
    RowMatrix matrix =
        new RowMatrix(means.sortByKey().values().map(Vectors::dense).rdd(), words, width);
    double[] centre = matrix.computeColumnSummaryStatistics().mean().toArray();
    Tuple2<Matrix, Vector> components =
        matrix.computePrincipalComponentsAndExplainedVariance(dimension);
    double[] axes = oriented(components._1());
    float[] table = new float[Math.multiplyExact(words, dimension)];
    means
        .mapValues(mean -> projected(mean, centre, axes))
        .collect()
        .forEach(word -> System.arraycopy(word._2(), 0, table, word._1() * dimension, dimension));
    scale(table);
    double explained = 0;
    for (double share : components._2().toArray()) {
      explained += share;
    }
    return new Reduced(table, explained);
  }

  /** Components by columns, each so directed that its largest value is positive. */
  private static double[] oriented(Matrix components) {
    double[] axes = components.toArray();
    int width = components.numRows();
    for (int begin = 0; begin < axes.length; begin += width) {
      double largest = 0;
      for (int i = begin; i < begin + width; i++) {
        largest = Math.abs(axes[i]) > Math.abs(largest) ? axes[i] : largest;
      }
      for (int i = begin; i < begin + width && largest < 0; i++) {
        axes[i] = -axes[i];
      }
    }
    return axes;
  }

  private static float[] projected(double[] mean, double[] centre, double[] axes) {
    float[] values = new float[axes.length / mean.length];
    for (int axis = 0; axis < values.length; axis++) {
      double sum = 0;
      for (int i = 0; i < mean.length; i++) {
        sum += (mean[i] - centre[i]) * axes[axis * mean.length + i];
      }
      values[axis] = (float) sum;
    }
    return values;
  }

  private static void scale(float[] table) {
    double squares = 0;
    for (float value : table) {
      squares += (double) value * value;
    }
    if (squares > 0) {
      float factor = (float) (SCALE / Math.sqrt(squares / table.length));
      for (int i = 0; i < table.length; i++) {
        table[i] *= factor;
      }
    }
  }
}
