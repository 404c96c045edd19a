"""Sessions of Spark Connect: Spark runs on a server, and there is no JVM beside Python."""

from __future__ import annotations

import pyspark
from pyspark.sql import SparkSession
from pyspark.sql.utils import is_remote

from spark_ner.errors import UsageError


def is_connect() -> bool:
    """Whether the session that runs is one of Spark Connect."""
    return is_remote()


def refuse(what: str, instead: str) -> None:
    """Raises a `UsageError` in a session of Spark Connect, for what needs a JVM beside Python."""
    if is_connect():
        raise UsageError(
            f"{what} needs a JVM beside Python, which a session of Spark Connect does not have;"
            f" {instead}."
        )


def require_stages() -> None:
    """Raises a `UsageError` where Spark Connect has no stages of others, as that of PySpark 3.5."""
    if pyspark.__version__.startswith("3."):
        raise UsageError(
            f"Spark Connect of PySpark {pyspark.__version__} has no stages but its own; use PySpark"
            " 4 on both sides, a session without Spark Connect, or the SQL function ner()."
        )


def connected(url: str | None, settings: dict[str, str]) -> SparkSession:
    """A session on a server, or the one that runs.

    Args:
        url: such as `sc://host:15002`; without, the one that the environment says
        settings: of the session; what a server is started with cannot be set any more
    """
    builder = SparkSession.builder
    if url is not None:
        builder = builder.remote(url)
    for key, value in settings.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()
