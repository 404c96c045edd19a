"""Params that are refused when they are set, in one line, where they cannot be."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from py4j.protocol import Py4JError
from pyspark.ml.param import Param, TypeConverters
from pyspark.ml.wrapper import JavaParams

from spark_ner.connect import is_connect
from spark_ner.errors import UnknownParamError, WrongTypeError, one_line_errors
from spark_ner.params.former import FORMER_NAMES

if TYPE_CHECKING:
    from typing_extensions import Self

_NEEDS: dict[Any, str] = {
    TypeConverters.toString: "a string",
    TypeConverters.toInt: "a whole number",
    TypeConverters.toFloat: "a number",
    TypeConverters.toBoolean: "True or False",
}


class CheckedParams(JavaParams):
    """Asks the Java stage of each value that is set, so that both refuse the same ones."""

    def set(self, param: Param[Any], value: Any) -> None:
        """Sets a param."""
        self._shouldOwn(param)
        self._set(**{param.name: value})

    def clear(self, param: Param[Any]) -> None:
        """Clears a param."""
        if is_connect():  # PySpark's own does nothing there
            self._paramMap.pop(param, None)
        else:
            super().clear(param)

    def _set(self, **values: Any) -> Self:
        for name, value in values.items():
            if not self.hasParam(name):
                raise UnknownParamError(self._unknown(name))
            param = self.getParam(name)
            if value is None:
                self.clear(param)
            else:
                self._paramMap[param] = self._checked(param, value)
        return self

    def _unknown(self, name: str) -> str:
        now = FORMER_NAMES.get(name)
        if now is not None and self.hasParam(now):
            return f"{type(self).__name__} has no param '{name}'; it is now {now}"
        near = difflib.get_close_matches(name, [param.name for param in self.params], 1)
        hint = f"did you mean {near[0]}?" if near else "explainParams() lists them"
        return f"{type(self).__name__} has no param '{name}'; {hint}"

    def _checked(self, param: Param[Any], value: Any) -> Any:
        needs = _NEEDS[param.typeConverter]
        try:
            converted = param.typeConverter(value)
        except (TypeError, ValueError, OverflowError):
            raise WrongTypeError(f"{param.name} needs {needs}, found {value!r}") from None
        if self._java_obj is not None and not is_connect():  # a server looks when it is used
            try:
                with one_line_errors():
                    self._make_java_param_pair(param, converted)
            except Py4JError:  # no such method: the number is too large for Java's type
                raise WrongTypeError(
                    f"{param.name} needs {needs} that Java can hold, found {value!r}"
                ) from None
        return converted
