"""A student learns from what a teacher thinks of text."""

from pathlib import Path

import pytest
from pyspark.sql import DataFrame, SparkSession

from spark_ner import EntityEvaluator, NerTagger, NerTaggerModel, UsageError


def test_a_student_learns_from_its_teachers_table(
    spark: SparkSession, model: NerTaggerModel, sentences: DataFrame, tmp_path: Path
) -> None:
    table = f"{tmp_path}/silver"
    text = sentences.selectExpr("concat_ws(' ', tokens) AS text")
    teacher = model.copy({model.inputCol: "text"})

    teacher.distill(text, table)
    teacher.distill(text, table)

    assert spark.read.parquet(f"{table}/sentences").count() == sentences.count()
    student = NerTagger(
        hidden=16,
        wordDimension=16,
        epochs=12,
        learningRate=0.05,
        validationFraction=0.0,
        silverTable=table,
    ).fit(sentences.limit(1))
    assert EntityEvaluator().evaluate(student.transform(sentences)) > 0.95
    with pytest.raises(UsageError, match="is a silver table of another text"):
        teacher.distill(text.limit(3), table)
