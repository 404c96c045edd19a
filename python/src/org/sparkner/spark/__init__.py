"""Where PySpark looks for the Python class of a Java stage of `org.sparkner.spark`.

`Pipeline.load` imports the Java class's name, so this package has to be called as Java's is. Use
`spark_ner`.
"""

from spark_ner.evaluation import EntityEvaluator
from spark_ner.tagger import NerTagger, NerTaggerModel

__all__ = ["EntityEvaluator", "NerTagger", "NerTaggerModel"]
