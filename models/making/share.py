"""Parts of sources, for models that cannot read all there is."""
import itertools
import math
import re

from .failure import fail

HELP = "read this part of a source, 0 to 1, or of every source that is not named; repeatable"
NONE_NAMED = ""


class Shares:
    """How much of each source is read: every so many of its documents, from the first to the last."""

    def __init__(self, given=()):
        self.parts = {}
        for text in given:
            name, _, number = text.rpartition("=")
            if not re.fullmatch(r"0|1|[01]?\.\d+", number) or float(number) > 1:
                fail(f"--share {text}: needs NAME=PART or PART, a number from 0 to 1, such as litbank=0.1")
            self.parts[name] = float(number)

    def require_known(self, names):
        """Ends where a name is that of no source."""
        for name in self.parts:
            if name != NONE_NAMED and name not in names:
                fail(f"--share {name}: there is no such source; choose of {', '.join(sorted(names))}")

    def of(self, name):
        """The part of a source."""
        return self.parts.get(name, self.parts.get(NONE_NAMED, 1.0))

    def has(self, name):
        """Whether a source is named."""
        return name in self.parts

    def kept(self, name, documents):
        """The documents that are read."""
        part = self.of(name)
        for i, document in enumerate(documents):
            if math.floor((i + 1) * part + 1e-9) > math.floor(i * part + 1e-9):
                yield document


def shorten(found, shares):
    """Leaves out what is not read of the sources to train on. A source that is named counts fully, for its size tells
    how much it counts."""
    for source in found:
        if source.part != "train":
            continue
        if shares.has(source.name):
            source.weight = 1.0
        if source.sentences is not None:
            documents = _documents(source.sentences)
            source.sentences = [sentence for kept in shares.kept(source.name, documents) for sentence in kept]
        else:
            source.files = list(shares.kept(source.name, sorted(source.files)))
        if shares.of(source.name) < 1:
            source.note(f"a part of {shares.of(source.name):g} of its documents")
    return [source for source in found if source.part != "train" or source.sentences or source.files]


def _documents(sentences):
    """Sentences of a document together; each by itself where none is told."""
    for document, together in itertools.groupby(sentences, key=lambda sentence: sentence.document):
        if document is None:
            yield from ([sentence] for sentence in together)
        else:
            yield list(together)
