"""Weekly: train again, and tag with the new model if it is no worse than the old one.

Every run trains a model of its own directory. The one in use is named by Airflow's variable
`spark_ner_model`, which a promotion sets and `spark_ner_nightly` reads; setting it back by hand goes
back to an older model.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from airflow.sdk import DAG, Param, Variable, task
from spark_ner_operator import HOME, SparkNerOperator

SAMPLE = HOME / "sample-data"
# The run's own directory: the same in each try, another in each run. A run that was started by
# hand may have no logical date.
_OWN = "params.models ~ '/' ~ ((dag_run.logical_date or dag_run.run_after) | ts_nodash)"
CANDIDATE = "{{ " + _OWN + " }}"
CURRENT = "{{ var.value.get('spark_ner_model', '') }}"

with DAG(
    dag_id="spark_ner_weekly",
    description="Retrain, evaluate, promote if no worse, tag",
    doc_md=__doc__,
    schedule="@weekly",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    tags=["spark-ner"],
    default_args={"retries": 3},
    params={
        "train": Param(f"{SAMPLE}/wikigold/train.conll", "Labelled sentences to learn from"),
        "valid": Param(f"{SAMPLE}/wikigold/dev.conll", "To choose the best epoch by"),
        "vectors": Param(f"{SAMPLE}/vectors/glove.sample.100d.txt.gz", "Word vectors"),
        # The sample data has two parts only. Of your own, give a third that nothing was chosen by.
        "frozen": Param(f"{SAMPLE}/wikigold/dev.conll", "Not trained on; to compare models by"),
        "documents": Param(f"{SAMPLE}/raw/documents.jsonl", "What to tag"),
        "models": Param(f"{HOME}/output/models", "Directory of the models"),
        "tagged": Param(f"{HOME}/output/tagged", "Directory to tag into"),
        "epochs": Param(50, "The most epochs to train"),
        "hidden": Param(200, "LSTM units per direction"),
    },
) as dag:
    # --resume goes on where a try before was ended, and begins where there was none.
    train = SparkNerOperator(
        task_id="train",
        command="train",
        arguments=[
            "--train={{ params.train }}",
            "--valid={{ params.valid }}",
            "--vectors={{ params.vectors }}",
            "--model=" + CANDIDATE,
            "--checkpoint=" + CANDIDATE + ".checkpoint",
            "--epochs={{ params.epochs }}",
            "--set=network.hidden={{ params.hidden }}",
            "--resume",
            "--overwrite",
        ],
    )

    def evaluate(name: str, model: str) -> SparkNerOperator:
        """A task whose result is the scores of a model on the frozen set."""
        return SparkNerOperator(
            task_id=f"evaluate_{name}",
            command="evaluate",
            arguments=["--model=" + model, "--data={{ params.frozen }}", "--json"],
            deploy_mode="client",
        )

    evaluate_candidate = evaluate("candidate", CANDIDATE)
    evaluate_current = evaluate("current", CURRENT)

    @task.short_circuit(ignore_downstream_trigger_rules=False)
    def model_in_use() -> bool:
        """Whether there is a model to compare the candidate with; not before the first promotion."""
        return bool(Variable.get("spark_ner_model", default=""))

    @task.short_circuit(trigger_rule="none_failed")
    def promote(model: str, candidate: dict[str, Any], current: dict[str, Any] | None) -> bool:
        """Makes the candidate the model in use, unless it is worse; then nothing is tagged."""
        if current is None:
            print(f"F1 on the frozen set: {candidate['f1']}; no model is in use yet")
        else:
            print(f"F1 on the frozen set: {candidate['f1']}, of the model in use {current['f1']}")
        better = current is None or candidate["f1"] >= current["f1"]
        if better:
            Variable.set("spark_ner_model", model)
        return better

    promoted = promote(CANDIDATE, evaluate_candidate.output, evaluate_current.output)

    tag = SparkNerOperator(
        task_id="tag",
        command="tag",
        arguments=[
            "--model=" + CANDIDATE,
            "--input={{ params.documents }}",
            "--output={{ params.tagged }}/weekly",
            "--overwrite",
        ],
    )

    train >> evaluate_candidate
    train >> model_in_use() >> evaluate_current
    promoted >> tag
