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

package org.sparkner.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

class EntityLabelsTest {
  private static final LabelSet LABELS = LabelSet.bioes(List.of("LOC", "PER"));

  private final EntityLabels entities = new EntityLabels(LABELS);

  @Property
  void readsAnySequenceAsTagSchemeDoes(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 8) Integer> labels) {
    int[] path = labels.stream().mapToInt(i -> i).toArray();

    assertThat(entities.spans(path)).isEqualTo(TagScheme.spans(LABELS.decode(path)));
  }

  @Property
  void makesAnySequenceALegalOneOfTheSameEntities(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 8) Integer> labels) {
    int[] path = labels.stream().mapToInt(i -> i).toArray();
    List<Span> spans = entities.spans(path);
    List<String> tags = LABELS.decode(entities.wellFormed(path, spans));

    assertThat(TagScheme.BIOES.accepts(tags)).isTrue();
    assertThat(TagScheme.spans(tags)).isEqualTo(spans);
  }

  @Test
  void leavesALegalSequenceAsItIs() {
    int[] path = LABELS.encode(List.of("B-PER", "E-PER", "O", "S-LOC"));

    assertThat(entities.wellFormed(path, entities.spans(path))).isSameAs(path);
  }
}
