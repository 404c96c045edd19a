"""Which lines of Spark this package has jars for."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from spark_ner.errors import UsageError

# A line of Spark, its Scala, and PySpark in these versions.
_LINES = {
    "3.5": ("2.12", "pyspark[ml]>=3.5,<3.6"),
    "4": ("2.13", "pyspark[ml]>=4,<5"),
}


def require_version(found: str, scala: str | None = None) -> None:
    """Raises a `UsageError` where this package has no jar for that Spark."""
    line = _line(found)
    if line is not None and (scala is None or _of(scala, _LINES[line][0])) and _jar(line).is_file():
        return
    there = [line for line in _LINES if _jar(line).is_file()] or list(_LINES)
    built = " or ".join(f"Spark {line} with Scala {_LINES[line][0]}" for line in there)
    packages = " or ".join(repr(_LINES[line][1]) for line in there)
    raise UsageError(
        f"Found Spark {found}{f' with Scala {scala}' if scala else ''}, but this Spark NER is"
        f" built for {built}; install {packages}, or use a cluster that runs it."
    )


def line_jar(found: str) -> Path:
    """The jar of the line of that Spark."""
    line = _line(found)
    if line is None or not _jar(line).is_file():
        raise UsageError(
            f"There is no jar for Spark {found} in {_jar('4').parent}; install the wheel that"
            " bin/wheel builds."
        )
    return _jar(line)


def _line(found: str) -> str | None:
    return next((line for line in _LINES if _of(found, line)), None)


def _of(version: str, line: str) -> bool:
    return f"{version}.".startswith(f"{line}.")


def _jar(line: str) -> Path:
    return Path(str(files("spark_ner"))) / "jars" / f"spark-ner-spark-{line}.jar"
