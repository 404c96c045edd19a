"""How stages are made, saved and loaded as their Java companions."""

from __future__ import annotations

from typing import Any, TypeVar

from py4j.java_gateway import JavaClass
from pyspark import SparkContext
from pyspark.ml.util import JavaMLReadable, JavaMLReader, JavaMLWritable, JavaMLWriter, MLReadable
from pyspark.ml.wrapper import JavaWrapper

from spark_ner.errors import UsageError, one_line_errors
from spark_ner.versions import require_version

JAVA_PACKAGE = "org.sparkner.spark."

R = TypeVar("R", bound=MLReadable[Any])


def require_jar(context: SparkContext) -> None:
    """Raises a `UsageError` where Spark is another one, or runs without Spark NER's jar."""
    jvm: Any = context._jvm
    require_version(context.version, jvm.scala.util.Properties.versionNumberString())
    if not isinstance(jvm.org.sparkner.spark.NerTagger, JavaClass):
        raise UsageError(
            "The running Spark session has no Spark NER jar; make the session by"
            " spark_ner.session() before any other, or start Spark with the settings of"
            " spark_ner.conf()."
        )


def require_session() -> Any:
    """The JVM of the running Spark; a `UsageError` where none runs, or one without the jar."""
    context = SparkContext._active_spark_context
    if context is None or context._jvm is None:
        raise UsageError("No Spark session runs; begin with spark = spark_ner.session().")
    require_jar(context)
    return context._jvm


def new_java_object(name: str) -> Any:
    """A new object of a class of `org.sparkner.spark`, in the running Spark."""
    require_session()
    return JavaWrapper._new_java_obj(JAVA_PACKAGE + name)


class StageReader(JavaMLReader[R]):
    """Loads a stage that either language saved, from any Hadoop file system."""

    @classmethod
    def _java_loader_class(cls, clazz: type[JavaMLReadable[R]]) -> str:
        return JAVA_PACKAGE + clazz.__name__

    def load(self, path: str) -> R:
        """The stage; a `BadModelError` says what is missing or damaged."""
        with one_line_errors():
            return super().load(path)


class StageWriter(JavaMLWriter):
    """Saves a stage as Java would."""

    def save(self, path: str) -> None:
        """Saves to a path of any Hadoop file system, in whole or not at all."""
        with one_line_errors():
            super().save(path)


class StageReadable(JavaMLReadable[R]):
    """A stage with `read()` and `load(path)`."""

    @classmethod
    def read(cls) -> StageReader[R]:
        """A reader of stages of this class."""
        require_session()
        return StageReader(cls)


class StageWritable(JavaMLWritable):
    """A stage with `write()` and `save(path)`."""

    def write(self) -> StageWriter:
        """A writer of this stage."""
        return StageWriter(self)
