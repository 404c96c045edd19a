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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.option.RealNumber;

/** Keeps docs/SPARK.md true: its code is the code below, its params are those of the stages. */
class GuideTest extends SparkTest {
  private static final Path GUIDE = Path.of("../docs/SPARK.md");
  private static final Path THIS =
      Path.of("src/test/java", GuideTest.class.getName().replace('.', '/') + ".java");

  @TempDir Path folder;

  @Tag("slow")
  @Test
  void theCodeRuns() throws IOException {
    SparkSession spark = SPARK;
    String corpus = "../sample-data/wikigold";
    String vectors = "../sample-data/vectors/glove.sample.100d.txt.gz";
    String path = folder.resolve("model").toString();
    String treebank = "../sample-data/ud-ewt";
    Path out = folder.resolve("written");
    Dataset<Row> documents = spark.read().json("../sample-data/raw/documents.jsonl").limit(2);

    Dataset<Row> train = spark.read().format("conll").load(corpus + "/train.conll");
    Dataset<Row> dev = spark.read().format("conll").load(corpus + "/dev.conll");

    NerTagger tagger =
        new NerTagger()
            .setInputCol("tokens")
            .setLabelCol("tags")
            .setVectorsPath(vectors)
            .setHidden(16) // small and short, for a first try
            .setEpochs(1);
    NerTaggerModel model = tagger.fit(train);
    model.write().overwrite().save(path);

    double f1 = new EntityEvaluator().evaluate(model.transform(dev));

    NerTaggerModel loaded = NerTaggerModel.load(path);
    Dataset<Row> tagged =
        loaded.setInputCol("text").setTagsCol("tags").setTokensCol("tokens").transform(documents);

    tagged.createOrReplaceTempView("tagged");
    Dataset<Row> counts =
        spark.sql(
            "SELECT e.type, e.text, count(*) AS n FROM tagged LATERAL VIEW explode(entities) AS e"
                + " GROUP BY 1, 2 ORDER BY n DESC");

    CrossValidator search =
        new CrossValidator()
            .setEstimator(tagger)
            .setEvaluator(new EntityEvaluator())
            .setEstimatorParamMaps(
                new ParamGridBuilder().addGrid(tagger.dropout(), new double[] {0.3, 0.5}).build())
            .setNumFolds(5);

    Dataset<Row> nouns =
        spark.read().format("conllu").option("tagColumn", "XPOS").load(treebank + "/dev.conllu");

    tagged.write().format("annotations").option("idCol", "id").save(out + "/documents");
    dev.write().format("conll").save(out + "/sentences");
    Dataset<Row> corrected = spark.read().format("annotations").load(out + "/documents");

    assertThat(nouns.first().<String>getList(3)).contains("NNP");
    assertThat(corrected.select("document").distinct().count()).isPositive();
    assertThat(corrected.selectExpr("sum(size(tokens))").first().getLong(0))
        .isEqualTo(tagged.selectExpr("sum(size(tokens))").first().getLong(0));
    assertThat(spark.read().format("conll").load(out + "/sentences").count())
        .isEqualTo(dev.count());
    assertThat(f1).isBetween(0.0, 1.0);
    assertThat(counts.columns()).containsExactly("type", "text", "n");
    assertThat(counts.count()).isNotNegative();
    assertThat(tagged.where("size(tags) = size(tokens) AND size(tags) > 0").count()).isEqualTo(2);
    assertThat(search.getEstimatorParamMaps()).hasSize(2);
  }

  @Test
  void theCodeOfTheGuideIsThatOfTheTest() throws IOException {
    String test = withoutSpace(Files.readString(THIS));
    List<String> blocks =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(GUIDE))
            .results()
            .map((MatchResult block) -> withoutSpace(block.group(1)))
            .toList();

    assertThat(blocks).hasSize(4).allSatisfy(block -> assertThat(test).contains(block));
  }

  @Test
  void theTablesOfTheGuideHoldEveryParam() throws IOException {
    String guide = Files.readString(GUIDE);
    NerTagger stage = new NerTagger();

    for (Param<?> param : stage.params()) {
      String value =
          stage.hasDefault(param) ? "`" + text(stage.getDefault(param).get()) + "`" : "not set";
      assertThat(guide)
          .contains("| `" + param.name() + "` | " + value + " | " + param.doc() + " |");
    }
  }

  private static String text(Object value) {
    return value instanceof Double number ? RealNumber.NOT_NEGATIVE.text(number) : value.toString();
  }

  private static String withoutSpace(String code) {
    return code.replaceAll("\\s+", "");
  }
}
