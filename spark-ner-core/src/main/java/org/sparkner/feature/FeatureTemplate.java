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

package org.sparkner.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparkner.error.UsageException;

/**
 * What makes a feature: attributes of words at places relative to a token. {@code word[0]} is the
 * token itself, {@code lower[-1]|shape[0]} the pair of two attributes, and {@code lower[-4..-1]}
 * each of the four words before, whichever it stands at.
 *
 * <p>The name of a feature is the template, {@code =} and the values with {@code |} between, such
 * as {@code word[-1]|word[0]=New|York}.
 *
 * @param parts at least one; a range of places only where it is the only one
 */
public record FeatureTemplate(List<Part> parts) {
  /** Farthest word that a template may look at, either way. */
  static final int FARTHEST = 8;

  static final char SEPARATOR = '|';
  private static final Pattern PART =
      Pattern.compile("([a-z]+[0-9]?)\\[(-?[0-9])(?:\\.\\.(-?[0-9]))?]");

  /**
   * An attribute at a place.
   *
   * @param attribute of the word there
   * @param from first place, relative to the token
   * @param to last place
   */
  record Part(String name, WordProperty attribute, int from, int to) {
    boolean isRange() {
      return from < to;
    }

    @Override
    public String toString() {
      return name + "[" + from + (isRange() ? ".." + to : "") + "]";
    }
  }

  public FeatureTemplate {
    parts = List.copyOf(parts);
  }

  /**
   * Reads a template.
   *
   * @throws UsageException if it is none
   */
  public static FeatureTemplate parse(String text) {
    List<Part> parts = new ArrayList<>();
    for (String part : text.split("\\|", -1)) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.matches()) {
        throw malformed(text);
      }
      int from = Integer.parseInt(matcher.group(2));
      int to = matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3));
      String name = matcher.group(1);
      parts.add(new Part(name, WordProperty.parse(name), from, to));
      if (to < from || from < -FARTHEST || to > FARTHEST) {
        throw malformed(text);
      }
    }
    if (parts.size() > 1 && parts.stream().anyMatch(Part::isRange)) {
      throw malformed(text);
    }
    return new FeatureTemplate(parts);
  }

  /** Reads templates with white space between. */
  public static List<FeatureTemplate> parseAll(String text) {
    List<FeatureTemplate> templates = new ArrayList<>();
    for (String template : text.strip().split("\\s+")) {
      templates.add(parse(template));
    }
    return templates;
  }

  private static UsageException malformed(String text) {
    return new UsageException(
        "'"
            + text
            + "' is no feature template; give one such as word[0], lower[-1]|shape[0] or"
            + " lower[-4..-1], of places from -"
            + FARTHEST
            + " to "
            + FARTHEST
            + ".");
  }

  boolean isConjunction() {
    return parts.size() > 1;
  }

  /** What the name of every feature of this template begins with. */
  String prefix() {
    return this + "=";
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(text.isEmpty() ? "" : "|").append(part);
    }
    return text.toString();
  }
}
