"""The stage that learns and the stage that tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyspark.ml.wrapper import JavaEstimator, JavaModel

from spark_ner.errors import one_line_errors
from spark_ner.params.checked import CheckedParams
from spark_ner.params.data import DataKeywords, HasDataParams
from spark_ner.params.distribution import DistributionKeywords, HasDistributionParams
from spark_ner.params.finetuning import FineTuningKeywords, HasFineTuningParams
from spark_ner.params.input import HasInputParams, InputKeywords
from spark_ner.params.linear import HasLinearParams, LinearKeywords
from spark_ner.params.model import HasModelParams, ModelKeywords
from spark_ner.params.network import HasNetworkParams, NetworkKeywords
from spark_ner.params.silver import HasSilverParams, SilverKeywords
from spark_ner.params.tagging import HasTaggingParams, TaggingKeywords
from spark_ner.params.training import HasTrainingParams, TrainingKeywords
from spark_ner.persistence import (
    StageReadable,
    StageWritable,
    new_java_object,
    require_session,
)
from spark_ner.progress import printed

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from typing_extensions import Self, Unpack


class NerTaggerKeywords(
    TaggingKeywords,
    DataKeywords,
    ModelKeywords,
    NetworkKeywords,
    InputKeywords,
    TrainingKeywords,
    FineTuningKeywords,
    SilverKeywords,
    LinearKeywords,
    DistributionKeywords,
    total=False,
):
    """Every param of `NerTagger` as a keyword argument."""


class NerTaggerModel(
    CheckedParams, JavaModel, HasTaggingParams, StageReadable["NerTaggerModel"], StageWritable
):
    """Adds a column of named entities to a DataFrame.

    `inputCol` is a column of strings, which are split and tokenised, or of arrays of strings, each
    the tokens of one sentence. `entitiesCol` is made of structs of `begin`, `end`, `type`, `text`
    and `confidence`. For text, `begin` and `end` are indices of the Python string, end exclusive:
    `row.body[e.begin:e.end] == e.text`, whatever characters it has. For tokens they are indices of
    the array.

    Made by `NerTagger.fit` or `NerTaggerModel.load`.
    """

    @classmethod
    def fromOnnx(cls, path: str, language: str = "en") -> NerTaggerModel:
        """A model of a token classifier that HuggingFace's transformers exported.

        `path` is a directory of `model.onnx`, `tokenizer.json` and `config.json`, on any Hadoop file
        system; `language` is that of the texts.
        """
        java: Any = require_session().org.sparkner.spark.NerTaggerModel
        with one_line_errors():
            return cls._from_java(java.fromOnnx(path, language))

    @property
    def labels(self) -> list[str]:
        """The model's labels, in the order of the marginals."""
        return list(self._call_java("labels"))

    def setParams(self, **params: Unpack[TaggingKeywords]) -> Self:
        """Sets several params."""
        return self._set(**params)

    def distill(self, text: DataFrame, path: str) -> None:
        """Writes what this model, a teacher, thinks of a text, for `NerTagger(silverTable=path)`.

        `text` has the column `inputCol`. `path` is a directory on any Hadoop file system, which
        appears whole or not at all; where it is this model's table of this text already, nothing is
        done.
        """
        java: Any = require_session().org.sparkner.spark.Distillation
        self._transfer_params_to_java()
        with one_line_errors():
            java.tag(self._java_obj, text._jdf, path)

    def _transform(self, dataset: DataFrame) -> DataFrame:
        with one_line_errors():
            return super()._transform(dataset)


class NerTagger(
    CheckedParams,
    JavaEstimator[NerTaggerModel],
    HasTaggingParams,
    HasDataParams,
    HasModelParams,
    HasNetworkParams,
    HasInputParams,
    HasTrainingParams,
    HasFineTuningParams,
    HasSilverParams,
    HasLinearParams,
    HasDistributionParams,
    StageReadable["NerTagger"],
    StageWritable,
):
    """Learns a named-entity tagger from labelled sentences.

    A row is the tokens of a sentence and a tag for each, in any scheme, or a text and its spans,
    structs of `begin`, `end` and `type`. The driver trains, or with `numWorkers` the executors do.
    The columns that the model is to write are set here too and pass to it. While it trains, `fit`
    prints one line per epoch on stderr, unless `verbose` is false.

    >>> NerTagger(vectorsPath="glove.6B.100d.txt.gz", epochs=20).fit(train)  # doctest: +SKIP
    """

    def __init__(self, **params: Unpack[NerTaggerKeywords]) -> None:
        super().__init__()
        self._java_obj = new_java_object("NerTagger")
        self._resetUid(self._java_obj.uid())
        self.setParams(**params)

    def setParams(self, **params: Unpack[NerTaggerKeywords]) -> Self:
        """Sets several params."""
        return self._set(**params)

    def _create_model(self, java_model: Any) -> NerTaggerModel:
        return NerTaggerModel(java_model)

    def _fit_java(self, dataset: DataFrame) -> Any:
        if not self.getVerbose():
            return super()._fit_java(dataset)
        self._transfer_params_to_java()
        java: Any = self._java_obj
        lines = new_java_object("TrainingLines")
        with printed(lines):
            return java.fit(dataset._jdf, lines)

    def _fit(self, dataset: DataFrame) -> NerTaggerModel:
        with one_line_errors():
            return super()._fit(dataset)
