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

package org.sparkner.jobs.interactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sparkner.jobs.console.TypeColours;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Reading;
import org.sparkner.tagger.Tagger;

/** What was found in a text, as lines for a person. */
final class TriedText {
  private final Tagger tagger;
  private final int best;
  private final boolean coloured;

  /**
   * @param best readings of a sentence that are shown
   */
  TriedText(Tagger tagger, int best, boolean coloured) {
    this.tagger = tagger;
    this.best = best;
    this.coloured = coloured;
  }

  List<String> lines(String typed) {
    // What moves a terminal's cursor is not printed back; offsets stay.
    String text = typed.replaceAll("\\p{Cntrl}", " ");
    long begin = System.nanoTime();
    List<Entity> entities = tagger.tag(text);
    double millis = (System.nanoTime() - begin) / 1e6;
    List<String> lines = new ArrayList<>();
    lines.add(marked(text, entities));
    if (best > 1) {
      tagger.readings(text, best).forEach(readings -> addReadings(readings, lines));
    }
    String found = entities.isEmpty() ? "no entity, " : "";
    lines.add(dim(String.format(Locale.ROOT, "%s%.1f ms", found, millis)));
    return lines;
  }

  private String marked(String text, List<Entity> entities) {
    StringBuilder line = new StringBuilder();
    int done = 0;
    for (Entity entity : entities) {
      int begin = text.offsetByCodePoints(0, entity.begin());
      int end = text.offsetByCodePoints(0, entity.end());
      String confidence = String.format(Locale.ROOT, "%.2f", entity.confidence());
      line.append(text, done, begin)
          .append(
              coloured
                  ? TypeColours.paint(entity.type(), entity.text())
                      + dim(" " + entity.type() + " " + confidence)
                  : "[" + entity.text() + " " + entity.type() + " " + confidence + "]");
      done = end;
    }
    return line.append(text.substring(done)).toString();
  }

  private void addReadings(List<Reading> readings, List<String> lines) {
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      String entities =
          reading.entities().stream().map(this::named).collect(Collectors.joining(", "));
      lines.add(
          dim(String.format(Locale.ROOT, "%5d  %.4f  ", i + 1, reading.probability()))
              + (entities.isEmpty() ? dim("no entity") : entities));
    }
  }

  private String named(Entity entity) {
    return coloured
        ? TypeColours.paint(entity.type(), entity.text()) + dim(" " + entity.type())
        : entity.text() + " " + entity.type();
  }

  private String dim(String text) {
    return coloured ? TypeColours.dim(text) : text;
  }
}
