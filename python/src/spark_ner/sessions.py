"""A Spark session that has Spark NER's jars and the settings that it needs."""

from __future__ import annotations

import os
from importlib.resources import files

import pyspark
from pyspark.sql import SparkSession

from spark_ner.environment import jvm_environment
from spark_ner.models import directories
from spark_ner.persistence import require_jar
from spark_ner.versions import line_jar, require_version

_DEFAULTS = "spark-defaults.conf"
_MODELS = "spark.sparkner.models"


def jars() -> str:
    """The paths of this package's jars for the PySpark that is there, as `spark.jars` has them."""
    jar = line_jar(pyspark.__version__)
    shared = jar.with_name("spark-ner.jar")
    return ",".join(map(str, [jar, shared] if shared.is_file() else [jar]))


def conf() -> dict[str, str]:
    """Spark's settings for Spark NER: the jars, and what the project's `spark-defaults.conf` has.

    Where model packages are installed, `spark.sparkner.models` tells where, so that SQL finds them.

    They are read when the JVMs of driver and executors start.
    """
    settings = {"spark.jars": jars()}
    for line in (files("spark_ner") / _DEFAULTS).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            key, value = line.split(None, 1)
            settings[key] = value.strip()
    if models := directories():
        settings[_MODELS] = models
    return settings


def session(master: str | None = None, settings: dict[str, str] | None = None) -> SparkSession:
    """Starts a Spark session with Spark NER, or gives the running one.

    Args:
        master: where Spark runs, such as `local[4]` or `spark://host:7077`; without, what the
            environment says, or else all cores of this machine
        settings: more of Spark's settings; they go before those of `conf()`. Java options are
            joined to ours, jars too.

    Raises:
        UsageError: if a session runs already that was started without the jar, or PySpark is
            another one than the jar is built for
    """
    require_version(pyspark.__version__)
    builder = SparkSession.builder
    if master is not None:
        builder = builder.master(master)
    if SparkSession.getActiveSession() is None:
        for key, value in _joined(conf(), settings or {}).items():
            builder = builder.config(key, value)
    with jvm_environment(master):
        spark = builder.getOrCreate()
    require_jar(spark.sparkContext)
    return spark


def _joined(ours: dict[str, str], theirs: dict[str, str]) -> dict[str, str]:
    joined = ours | theirs
    for key in ours.keys() & theirs.keys():
        if key.endswith("JavaOptions"):
            joined[key] = f"{ours[key]} {theirs[key]}"
        elif key == "spark.jars":
            joined[key] = f"{ours[key]},{theirs[key]}"
        elif key == _MODELS:
            joined[key] = f"{theirs[key]}{os.pathsep}{ours[key]}"
    return joined
