"""How a command of Spark NER runs as an Airflow task."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from locale import CODESET, nl_langinfo
from pathlib import Path
from typing import Any

from airflow.exceptions import AirflowException, AirflowFailException
from airflow.providers.apache.spark.hooks.spark_submit import SparkSubmitHook
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

# The checkout; where these files are deployed without it, a directory laid out like it.
HOME = Path(os.environ.get("SPARK_NER_HOME") or Path(__file__).resolve().parents[3])

# Wrong usage, bad data, bad model: another try would only fail again.
HOPELESS = {2, 3, 4}


def spark_settings() -> dict[str, str]:
    """What `conf/spark-defaults.conf` has, and for the driver what it is to log."""
    lines = (HOME / "conf/spark-defaults.conf").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(None, 1) for line in lines if line.strip() and not line.startswith("#"))
    settings = {key: value.strip() for key, value in pairs}
    log = HOME / "conf/log4j2.properties"
    if log.is_file():
        settings["spark.driver.extraJavaOptions"] += f' "-Dlog4j2.configurationFile={log}"'
    return settings


class SparkNerOperator(SparkSubmitOperator):
    """Submits `spark-ner COMMAND ARGUMENT…`.

    The last line of a failure's message is the command's own, `error: …`. A failure that another
    try cannot mend (exit codes 2, 3 and 4) is not retried. The result, for XCom, is the JSON object
    that `evaluate --json` prints. All three in local and client mode; in cluster mode exit code and
    output stay with the driver.

    :param command: such as `train`
    :param arguments: of the command (templated)
    :param settings: of Spark, before those of `conf/spark-defaults.conf`
    """

    def __init__(
        self,
        *,
        command: str,
        arguments: list[str],
        settings: dict[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            application=str(HOME / "jobs/target/spark-ner-jobs-assembly.jar"),
            java_class="org.sparkner.jobs.Main",
            name=f"spark-ner-{command}",
            conf=spark_settings() | (settings or {}),
            application_args=[command, *arguments],
            **kwargs,
        )
        self._has_result = "--json" in arguments
        self._error: str | None = None
        self._result: str | None = None

    def execute(self, context: Any) -> Any:
        """Runs the command to its end."""
        self._error = self._result = None
        try:
            super().execute(context)
        except AirflowException:
            if self._error is None:
                raise
            code = self._hook._submit_sp.returncode
            kind = AirflowFailException if code in HOPELESS else AirflowException
            raise kind(f"{self.name} ended with exit code {code}\n{self._error}") from None
        return None if self._result is None else json.loads(self._result)

    def _get_hook(self) -> SparkSubmitHook:
        hook = super()._get_hook()
        # In another locale Java cannot name a file with a letter beyond ASCII.
        if nl_langinfo(CODESET) != "UTF-8":
            hook._env = {"LC_ALL": "C.UTF-8"} | (hook._env or {})
        process = hook._process_spark_submit_log
        hook._process_spark_submit_log = lambda lines: process(self._watched(lines))
        return hook

    def _watched(self, lines: Iterator[str]) -> Iterator[str]:
        for line in lines:
            if line.startswith("error: "):
                self._error = line.strip()
            elif self._has_result and line.startswith('{"'):
                self._result = line
            yield line
