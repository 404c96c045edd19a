"""Failures that the user can mend, as Python exceptions of one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from py4j.protocol import Py4JJavaError
from pyspark.errors import PySparkException
from pyspark.errors.exceptions.captured import CapturedException

_JAVA_PACKAGE = "org.sparkner.error."


class NerError(Exception):
    """What is wrong, what was expected and what to do, in one line."""


class UsageError(NerError):
    """A session, a param, a column or a path is missing or of the wrong kind."""


class UnknownParamError(UsageError, AttributeError):
    """A stage has no param of this name."""


class WrongTypeError(UsageError, TypeError):
    """A param is given a value of another type."""


class BadDataError(NerError):
    """The data cannot be read or trained on."""


class BadModelError(NerError):
    """The model is missing, damaged or of an unknown version."""


_TYPES: dict[str, type[NerError]] = {
    _JAVA_PACKAGE + "UsageException": UsageError,
    _JAVA_PACKAGE + "BadDataException": BadDataError,
    _JAVA_PACKAGE + "BadModelException": BadModelError,
}

_CAUSE = re.compile(
    rf"(?:^\(|^Caused by: )({re.escape(_JAVA_PACKAGE)}\w+)(?:\) |: )(.*)", re.MULTILINE
)
_NO_OPERATOR = re.compile("Unsupported (ML operator|read)")


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Raises a `NerError` in place of the Java exception, where that has one among its causes."""
    try:
        yield
    except (Py4JJavaError, CapturedException) as error:
        # PySpark makes the second of some of the first.
        known = _known(error.java_exception if isinstance(error, Py4JJavaError) else error._origin)
        if known is None:
            raise
        raise known from None
    except PySparkException as error:
        known = _told(str(error), getattr(error, "_stacktrace", None))
        if known is None:
            raise
        raise known from None


def _told(message: str, trace: str | None) -> NerError | None:
    """What a server of Spark Connect says: with the class of the exception, and of its causes."""
    if "org.sparkner.spark." in message and _NO_OPERATOR.search(message):
        return UsageError(
            "The server of Spark Connect has no Spark NER jar; start it with the settings of"
            " spark_ner.conf()."
        )
    found = _CAUSE.search(f"{message}\n{trace}")
    return None if found is None else _TYPES.get(found[1], NerError)(found[2])


def _known(cause: Any) -> NerError | None:
    while cause is not None:
        name = cause.getClass().getName()
        if name.startswith(_JAVA_PACKAGE):
            return _TYPES.get(name, NerError)(cause.getMessage())
        cause = cause.getCause()
    return None
