"""From labelled sentences to a tagged DataFrame.

Run it from the checkout: python python/examples/quickstart.py
"""

# %% A session with Spark NER. It has to be the first of the Python process.
import spark_ner

spark = spark_ner.session("local[2]")

# %% A row a sentence, from files of one token a line
train = spark.read.format("conll").load("sample-data/wikigold/train.conll")
dev = spark.read.format("conll").load("sample-data/wikigold/dev.conll")
train.select("tokens", "tags").show(3)

# %% Learn: a small network and few epochs, for a first try
tagger = spark_ner.NerTagger(
    vectorsPath="sample-data/vectors/glove.sample.100d.txt.gz", hidden=50, epochs=2
)
model = tagger.fit(train)
f1 = spark_ner.EntityEvaluator().evaluate(model.transform(dev))
print(f"F1 {100 * f1:.1f}")

# %% Tag raw text
documents = spark.read.json("sample-data/raw/documents.jsonl").limit(2)
tagged = model.setInputCol("text").transform(documents)
tagged.selectExpr("id", "explode(entities) AS e").select("id", "e.*").show(10)

# %% begin and end are indices of the Python string
for row in tagged.collect():
    assert all(row.text[e.begin : e.end] == e.text for e in row.entities)

# %% Save the model and load it, here or in Java, or give it to bin/spark-ner tag
model.write().overwrite().save("output/quickstart-model")
loaded = spark_ner.NerTaggerModel.load("output/quickstart-model")
print(", ".join(loaded.labels))
