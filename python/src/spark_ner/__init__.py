"""Named-entity recognition for PySpark: the stages of Spark NER.

>>> import spark_ner
>>> spark = spark_ner.session()  # doctest: +SKIP
>>> model = spark_ner.pretrained("en").setInputCol("text")  # doctest: +SKIP
>>> model.transform(spark.read.json("docs.jsonl")).show()  # doctest: +SKIP
"""

from importlib.metadata import PackageNotFoundError, version

from spark_ner.errors import BadDataError, BadModelError, NerError, UsageError
from spark_ner.evaluation import EntityEvaluator
from spark_ner.functions import register_function
from spark_ner.models import pretrained
from spark_ner.sessions import conf, jars, session
from spark_ner.tagger import NerTagger, NerTaggerModel

try:
    __version__ = version("spark-ner")
except PackageNotFoundError:  # the package's directory without what an installer writes beside it
    __version__ = "unknown"

__all__ = [
    "BadDataError",
    "BadModelError",
    "EntityEvaluator",
    "NerError",
    "NerTagger",
    "NerTaggerModel",
    "UsageError",
    "__version__",
    "conf",
    "jars",
    "pretrained",
    "register_function",
    "session",
]
