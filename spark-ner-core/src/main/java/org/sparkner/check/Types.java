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

package org.sparkner.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether there is enough of each type. */
final class Types {
  private Types() {}

  /** Of one type: its distinct names, its entities and its names that occur once, as sampled. */
  private record Seen(long names, long entities, long once) {
    Seen plus(long count) {
      return new Seen(names + 1, entities + count, once + (count == 1 ? 1 : 0));
    }
  }

  /** The types of the training data, the most frequent first. */
  static List<TypeReport> of(PartReport train, PartReport valid, NameTable names) {
    Map<String, Seen> seen = new HashMap<>();
    for (NameUse use : names.names().values()) {
      for (NameUse.Label label : use.labels()) {
        seen.merge(
            label.type(),
            new Seen(1, label.count(), label.count() == 1 ? 1 : 0),
            (sum, one) -> sum.plus(one.entities()));
      }
    }
    List<TypeReport> types = new ArrayList<>();
    train
        .labels()
        .forEach(
            (type, entities) -> {
              Seen of = seen.getOrDefault(type, new Seen(0, 0, 0));
              types.add(
                  new TypeReport(
                      type,
                      entities,
                      of.names() * names.sampled(),
                      of.entities() == 0 ? 1 : (double) of.once() / of.entities(),
                      valid.labels().getOrDefault(type, 0L),
                      TypeReport.Amount.of(entities)));
            });
    types.sort(Comparator.comparingLong(TypeReport::entities).reversed());
    return types;
  }

  /** What that means for a training. */
  static List<Finding> findings(List<TypeReport> types) {
    List<Finding> findings = new ArrayList<>();
    for (TypeReport type : types) {
      if (type.amount() != TypeReport.Amount.ENOUGH) {
        boolean tooFew = type.amount() == TypeReport.Amount.TOO_FEW;
        findings.add(
            new Finding(
                tooFew ? Severity.WARNING : Severity.NOTE,
                CheckKind.AMOUNT,
                type.entities(),
                String.format(
                    Locale.ROOT,
                    "%s has %,d entities%s",
                    type.type(),
                    type.entities(),
                    tooFew
                        ? ": too few to learn from; 50 are the least, 500 a good start"
                        : ": a start; more of them will help more than any setting"),
                List.of()));
      }
    }
    return findings;
  }
}
