package org.sparkner.jobs.documents;

import java.io.Serializable;
import java.util.Comparator;

/** Orders names as people do: {@code batch=9} before {@code batch=10}. */
final class NaturalOrder implements Comparator<String>, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public int compare(String a, String b) {
    String[] left = a.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
    String[] right = b.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order =
          left[i].matches("\\d+") && right[i].matches("\\d+")
              ? new java.math.BigInteger(left[i]).compareTo(new java.math.BigInteger(right[i]))
              : left[i].compareTo(right[i]);
      if (order != 0) {
        return order;
      }
    }
    return left.length == right.length ? a.compareTo(b) : Integer.compare(left.length, right.length);
  }
}
