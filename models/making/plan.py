"""The stages of a recipe."""
import pathlib
import shutil

from . import card
from .failure import fail
from .files import write
from .stage import HOME, Run, Stage
from .words import lines_of, words_of

LAUNCHER = HOME / "bin/spark-ner"
SPELLINGS = ("lower", "upper", "noisy")
MOST_WORDS = 10_000_000  # all of the words; by itself, the command takes the first of its default


class Places:
    """Where the stages read and write."""

    def __init__(self, archives, more, work, output, encoder, vectors):
        self.archives, self.more, self.work, self.output = archives, more, work, output
        self.encoder, self.vectors = encoder, vectors

    def names(self, launcher):
        """Paths with the names that stand for them in what is told."""
        named = [(self.output, "OUTPUT"), (self.encoder, "ENCODER"), (self.vectors, "VECTORS"), (self.work, "WORK"),
                 (self.archives, "ARCHIVES"), (self.more, "CORPORA"), (launcher, "bin/spark-ner"), (f"{HOME}/", "")]
        return sorted(((path, name) for path, name in named if path), key=lambda each: -len(str(each[0])))


class Plan:
    """What is to be done for a recipe, in order."""

    def __init__(self, recipe, places, launcher=(LAUNCHER,), overwrite=False):
        self.recipe, self.places, self.launcher = recipe, places, tuple(launcher)
        self.folder = places.work / recipe.name
        self.trained_in = places.work / recipe.trained_by
        self.stages = []
        self._encoder(recipe.teacher or recipe)
        self.corpora = self._corpora(recipe)
        if recipe.distilled:
            self.text = self._text()
            model = self._distilled(self._finished(recipe.teacher))
            model = self._small(recipe, model)
        else:
            model = self._finished(recipe)
        self._evaluation(model)
        made = self._model(model)
        self._package(made)
        self._add("install", places.output, copies=made, replaces=overwrite)

    def more_option(self):
        """The further corpora, where there are any."""
        return ("--more", self.places.more) if self.places.more else ()

    def measured(self):
        """What the model is measured with besides the corpora, by name; what is not there is left out."""
        found = {}
        for name, path in self.recipe.get("measure", {}).items():
            file = self.places.more / path if self.places.more else None
            if file and file.is_file():
                found[name] = file
        return found

    def encoder_directory(self, recipe):
        """The encoder of a recipe."""
        return self.places.encoder or self.places.work / "encoders" / recipe["encoder"]

    def _add(self, name, output, *runs, **more):
        self.stages.append(Stage(name, output, tuple(runs), **more))
        return output

    def _encoder(self, recipe):
        if "encoder" in recipe.tables and not self.places.encoder:
            output = self.encoder_directory(recipe)
            self._add("encoder", output, Run((HOME / "models/encoder", recipe["encoder"], output)),
                      minutes=self._minutes("encoder"))

    def _minutes(self, name):
        return self.recipe.get("minutes", {}).get(name, 1)

    def _corpora(self, recipe):
        output = self._data("corpora", recipe)
        if all(stage.output != output for stage in self.stages):
            self._add("corpora", output, Run((
                HOME / "models/corpora", self.places.archives, output, *self.more_option(), "--languages",
                recipe["languages"], *_shares(recipe, "corpora"), *_added(recipe))),
                minutes=self._minutes("corpora"), needs=(self.places.archives,))
        return output

    def _text(self):
        output = self._data("text", self.recipe)
        held = [part for file in self.measured().values() for part in ("--held-out", file)]
        return self._add("text", output, Run((
            HOME / "models/text", self.places.archives, output, *self.more_option(), "--languages",
            self.recipe["languages"], *held, *_shares(self.recipe, "text"))), minutes=self._minutes("text"))

    def _data(self, kind, recipe):
        """A folder of its own for a recipe that reads a part of it, else one that recipes share."""
        if kind in recipe.tables:
            return self.places.work / recipe.trained_by / kind
        return self.places.work / f"{kind}-{recipe['languages'].replace(',', '-')}"

    def _training(self, recipe, vectors):
        train = recipe["train"]
        options = ["--corpora", self._data("corpora", recipe) / "corpora.conf"]
        options += ["--preset", train["preset"]] if "preset" in train else []
        needs = []
        if train.get("vectors"):
            options += ["--vectors", vectors]
            needs += [vectors] if vectors == self.places.vectors else []
        if "encoder" in recipe.tables:
            options += ["--set", f"input.pretrained-encoder={self.encoder_directory(recipe)}"]
            needs += [self.places.encoder] if self.places.encoder else []
        options += [*_settings(train), "--no-report"]
        launcher = (*self.launcher, "--torch") if train.get("torch") else self.launcher
        return launcher, options, tuple(needs), _heap(train), train.get("minutes", 0)

    def _finished(self, recipe):
        """A model that learns from labels alone; a teacher of another recipe is made as that says."""
        self._corpora(recipe)
        return self._small(recipe, self._trained(recipe))

    def _trained(self, recipe):
        launcher, options, needs, environment, minutes = self._training(recipe, self.places.vectors)
        output = self.places.work / recipe.trained_by / "trained"
        name = "teacher" if recipe is self.recipe.teacher else "train"
        return self._add(name, output, Run((*launcher, "train", *options, "--model", output), environment),
                         minutes=minutes, needs=needs, resumes=_checkpoint(output))

    def _distilled(self, teacher):
        launcher, options, needs, environment, minutes = self._training(self.recipe, self._vectors(teacher))
        output = self.trained_in / "trained"
        silver = self.trained_in / "silver"
        return self._add("distil", output, Run((
            *launcher, "distill", "--teacher", teacher, "--text", f"{self.text}/*.jsonl.gz", "--text-format", "jsonl",
            "--silver", silver, *options, "--model", output), environment),
            minutes=minutes, needs=needs, resumes=_checkpoint(output))

    def _vectors(self, teacher):
        """Word vectors of the teacher, beside those of the file if it reads that, where the recipe asks for them."""
        step, file = self.recipe.get("vectors"), self.places.vectors
        if step is None:
            return file
        words, output = self.trained_in / "words", self.trained_in / "vectors.bin"
        corpora, count = self.corpora if step.get("corpora") else None, step.get("words", 0)
        needs, beside = ((file,), ("--beside", file)) if count else ((), ())
        self._add("words", words, fills=True, needs=needs,
                  finish=lambda made: words_of(self.text, corpora, file, count, made / "words.txt.gz"))
        return self._add("vectors", output, Run((
            *self.launcher, "vectors", "--teacher", teacher, "--text", words / "words.txt.gz", "--text-format", "lines",
            "--min-count", 1, "--max-words", MOST_WORDS, "--dimension", step["dimension"], *beside,
            "--output", output), _heap(step)),
            minutes=step.get("minutes", 1), needs=needs)

    def _small(self, recipe, model):
        """Compressed and then calibrated, for compression changes confidences; or calibrated and then in 8 bits."""
        if "compress" in recipe.tables:
            return self._calibrated(recipe, self._compressed(recipe, model), self.places.work / recipe.name)
        model = self._calibrated(recipe, model, self.places.work / recipe.trained_by)
        return self._quantised(recipe, model) if "quantise" in recipe.tables else model

    def _calibrated(self, recipe, model, folder):
        step = recipe.get("calibrate")
        if step is None:
            return model
        output = folder / "calibrated"
        return self._add("calibrate", output, Run((
            *self.launcher, "calibrate", "--model", model, "--corpora", self._data("corpora", recipe) / "corpora.conf",
            "--source", ",".join(step["sources"]), "--output", output)),
            minutes=step.get("minutes", 1))

    def _compressed(self, recipe, model):
        step, output = recipe["compress"], self.places.work / recipe.name / "compressed"
        # Without a teacher no text was read: words are in the order of their use in the labelled sentences.
        use = ("--text", self._words()) if recipe.distilled else ()
        options = [part for key in ("max-size", "dimension", "bits", "words", "subwords") if key in step
                   for part in (f"--{key}", step[key])]
        return self._add("compress", output, Run((
            *self.launcher, "compress", "--model", model, *use, *options, *_settings(step),
            "--output", output)), minutes=step.get("minutes", 1))

    def _quantised(self, recipe, model):
        step, output = recipe["quantise"], self.places.work / recipe.name / "quantised"
        return self._add("quantise", output, Run((
            *self.launcher, "quantise", "--model", model, "--data", self._data("corpora", recipe) / step["data"],
            "--encoder-precision", step.get("encoder-precision", "int8"), "--output", output), _heap(step)),
            minutes=step.get("minutes", 5))

    def _words(self):
        folder = self.text.with_name(f"{self.text.name}-lines")
        self._add("lines", folder, fills=True, finish=lambda made: lines_of(self.text, made / "text.txt.gz"))
        return folder / "text.txt.gz"

    def _evaluation(self, model):
        evaluate = (*self.launcher, "evaluate", "--model", model, "--json")
        types = ("--types", ",".join(self.recipe["types"]))
        sets = {name: (*evaluate, "--corpora", self.corpora / "corpora.conf", "--source", name, *types)
                for name in self._validated()}
        for file in self._measure_files():
            sets[file.name.split(".")[0]] = (*evaluate, "--data", file, *types)
        for name, file in self.measured().items():
            sets[name] = (*evaluate, "--data", file, *types)
        runs = []
        for name, command in sets.items():
            runs.append(Run(command, into=f"{name}.json"))
            runs += [Run((*command, "--spelling", how), into=f"{name}.{how}.json") for how in SPELLINGS]
        # The engine keeps what an encoder gave for a sentence, so another benchmark tells its speed.
        what = ("encoder", "--rounds", 1) if "encoder" in self.recipe.tables else ("engine",)
        runs.append(Run((*self.launcher, "bench", *what, "--model", model, "--json"), into="speed.json"))
        runs.append(Run((*self.launcher, "bench", "start", "--model", model, "--json"), into="start.json"))
        self._add("evaluate", self.folder / "evaluation", *runs, fills=True,
                  minutes=self._minutes("evaluate"))

    def _validated(self):
        return sorted(path.name.split(".")[0] for path in self.corpora.glob("*.valid*"))

    def _measure_files(self):
        return sorted(self.corpora.glob("*.measure.conll"))

    def _model(self, model):
        def assemble(folder):
            for part in ("metadata", "model"):
                shutil.copytree(model / part, folder / part, ignore=shutil.ignore_patterns(".*"))
            for file in (model / "training.jsonl", self.trained_in / "trained/training.jsonl"):
                if file.is_file():
                    shutil.copy(file, folder / "training.jsonl")
                    break
            shutil.copy(HOME / self.recipe["licence"], folder / "LICENSE")
            attribution = (self.corpora / "ATTRIBUTION.md").read_text(encoding="utf-8")
            if self.recipe.distilled:
                attribution += "\n" + (self.text / "ATTRIBUTION.md").read_text(encoding="utf-8")
            write(folder / "ATTRIBUTION.md", attribution)
            write(folder / "README.md", card.written(folder, self.recipe, self._evidence()))
        return self._add("model", self.folder / "model", fills=True, finish=assemble)

    def _evidence(self):
        return card.Evidence(
            evaluation=self.folder / "evaluation",
            receipts=[stage.receipt for stage in self.stages if stage.name not in ("words", "lines", "model", "package")],
            attribution=self.corpora / "ATTRIBUTION.md",
        )

    def _package(self, model):
        output = self.folder / "package"
        self._add("package", output, Run((
            HOME / "models/package", self.recipe.name, model, "--output", output)))


def _settings(table):
    return [part for key, value in table.get("set", {}).items() for part in ("--set", f"{key}={_value(value)}")]


def _shares(recipe, kind):
    shares = recipe.get(kind, {}).get("share", {})
    return [part for name, share in shares.items()
            for part in ("--share", share if name == "others" else f"{name}={share}")]


def _added(recipe):
    return ["--side-by-side"] if recipe.get("corpora", {}).get("side-by-side") else []


def _value(value):
    return str(value).lower() if isinstance(value, bool) else value


def _heap(table):
    return {"SPARK_NER_HEAP": table["heap"]} if "heap" in table else {}


def _checkpoint(model):
    return pathlib.Path(f"{model}.checkpoint")
