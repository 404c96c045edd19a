"""Nightly: tag the documents that have arrived since the last run, each once.

The model is the one that Airflow's variable `spark_ner_model` names, which a promotion of
`spark_ner_weekly` sets. What is done is kept in the checkpoint: a try that was ended half-way is
made good by the next one, and two runs tag nothing twice.
"""

from __future__ import annotations

from datetime import datetime

from airflow.sdk import DAG, Param
from spark_ner_operator import HOME, SparkNerOperator

# Where the variable is not set, this is what the command says does not exist.
MODEL = "{{ var.value.get('spark_ner_model', '(the variable spark_ner_model is not set)') }}"

with DAG(
    dag_id="spark_ner_nightly",
    description="Tag what is new",
    doc_md=__doc__,
    schedule="@daily",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    tags=["spark-ner"],
    default_args={"retries": 3},
    params={
        "documents": Param(f"{HOME}/output/incoming", "Directory that documents arrive in"),
        "format": Param("jsonl", "Their format: text, jsonl, csv, parquet or conll"),
        "tagged": Param(f"{HOME}/output/tagged/nightly", "Directory to tag into"),
        "checkpoint": Param(f"{HOME}/output/tagged/nightly.checkpoint", "What is done already"),
    },
) as dag:
    SparkNerOperator(
        task_id="tag",
        command="tag",
        arguments=[
            "--model=" + MODEL,
            "--input={{ params.documents }}",
            "--input-format={{ params.format }}",
            "--output={{ params.tagged }}",
            "--incremental",
            "--checkpoint={{ params.checkpoint }}",
        ],
    )
