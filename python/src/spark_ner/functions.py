"""The SQL function that finds entities."""

from __future__ import annotations

from pyspark.sql import SparkSession

from spark_ner.connect import refuse
from spark_ner.errors import one_line_errors
from spark_ner.persistence import require_session
from spark_ner.tagger import NerTaggerModel


def register_function(spark: SparkSession, model: NerTaggerModel, name: str = "ner") -> None:
    """Makes a SQL function known to a session: `SELECT explode(ner(body)) FROM documents`.

    It takes a text or the tokens of a sentence and gives what the model's column of entities has.
    A call may name another model: `ner(body, 'en')`.
    It tags row by row; the stage, which tags many rows together, is faster on short texts.

    Raises:
        UsageError: if the name is no name of a function, or Spark runs without the jar
    """
    refuse(
        "spark_ner.register_function",
        "start the server with spark.sql.extensions=org.sparkner.spark.NerExtensions and name the"
        " model in SQL, as in ner(text, 'MODEL')",
    )
    jvm = require_session()
    with one_line_errors():
        jvm.org.sparkner.spark.NerFunctions.register(spark._jsparkSession, name, model._to_java())
