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

package org.sparkner.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.UsageException;
import org.sparkner.model.TinyClassifier;

class ImportedClassifierTest extends SparkTest {
  @TempDir private Path folder;
  private NerTaggerModel model;

  @BeforeEach
  void importClassifier() throws IOException {
    TinyClassifier.write(
        folder.resolve("classifier"),
        List.of("O", "B-PER", "I-PER"),
        Map.of("ada", new float[] {0, 5, 0}, "lovelace", new float[] {0, 0, 5}));
    model = NerTaggerModel.fromOnnx(folder.resolve("classifier").toString());
  }

  private static Dataset<Row> texts() {
    return SPARK.sql("SELECT * FROM VALUES ('Then Ada Lovelace came.'), (null) AS t(text)");
  }

  private static List<Row> tagged(NerTaggerModel model) {
    return model
        .setInputCol("text")
        .transform(texts())
        .selectExpr("entities.text AS found", "entities.type AS types")
        .collectAsList();
  }

  @Test
  void tagsOnExecutorsAndIsSavedAndLoadedLikeAnyOther() throws IOException {
    List<Row> expected = tagged(model);
    assertThat(expected.get(0).getList(0)).containsExactly("Ada Lovelace");
    assertThat(expected.get(0).getList(1)).containsExactly("PER");
    assertThat(expected.get(1).isNullAt(0)).isTrue();

    String saved = folder.resolve("saved").toString();
    model.setDevice("cpu").write().save(saved);
    NerTaggerModel again = NerTaggerModel.load(saved);

    assertThat(again.getDevice()).isEqualTo("cpu");
    assertThat(tagged(again)).isEqualTo(expected);
  }

  @Test
  void aGpuThatCannotBeHadFailsTheJobAndGivesNoNulls() {
    assertThatThrownBy(() -> tagged(model.setDevice("cuda")))
        .hasRootCauseInstanceOf(UsageException.class)
        .rootCause()
        .hasMessageContaining("onnxruntime_gpu");
  }
}
