"""How stages are saved and loaded by a server of Spark Connect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pyspark.ml.util import MLReadable, MLReader, MLWriter

from spark_ner.errors import one_line_errors

if TYPE_CHECKING:
    from pyspark.ml.util import JavaMLReadable, JavaMLWritable

R = TypeVar("R", bound=MLReadable[Any])


class RemoteStageReader(MLReader[R]):
    """Loads a stage that any session saved, from any file system of the server."""

    def __init__(self, clazz: type[JavaMLReadable[R]]) -> None:
        super().__init__()
        self._clazz = clazz

    def load(self, path: str) -> R:
        """The stage; a `BadModelError` says what is missing or damaged."""
        # Needs packages that only Spark Connect needs.
        from pyspark.ml.connect.readwrite import RemoteMLReader

        # PySpark makes the name of the Java class of that of the Python class.
        kind: Any = type(self._clazz)
        named = kind(self._clazz.__name__, (self._clazz,), {"__module__": "org.sparkner.spark"})
        with one_line_errors():
            loaded: R = RemoteMLReader.loadInstance(named, path, self.sparkSession)
        return loaded


class RemoteStageWriter(MLWriter):
    """Saves a stage on a file system of the server."""

    def __init__(self, stage: JavaMLWritable) -> None:
        super().__init__()
        self._stage = stage

    def save(self, path: str) -> None:
        """Saves to a path of any Hadoop file system, in whole or not at all."""
        from pyspark.ml.connect.readwrite import RemoteMLWriter

        with one_line_errors():
            RemoteMLWriter.saveInstance(
                self._stage, path, self.sparkSession, self.shouldOverwrite, self.optionMap
            )
