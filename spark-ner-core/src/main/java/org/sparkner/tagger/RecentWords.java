package org.sparkner.tagger;

/**
 * The projections of words that one thread has just met, a place for each hash: most tokens of a
 * text are found here, without the bookkeeping of the shared cache. 6.5 MB at most by default.
 */
final class RecentWords {
  private static final int PLACES = 1 << 10;

  private final String[] words = new String[PLACES];
  private final float[][] projections = new float[PLACES][];

  private static int place(String word) {
    int hash = word.hashCode();
    return (hash ^ hash >>> 10 ^ hash >>> 20) & (PLACES - 1);
  }

  /** The projections of a word, or null. */
  float[] get(String word) {
    int place = place(word);
    return word.equals(words[place]) ? projections[place] : null;
  }

  void put(String word, float[] values) {
    int place = place(word);
    words[place] = word;
    projections[place] = values;
  }
}
