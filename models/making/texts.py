"""Tables of raw text to learn from without labels, apart from what is validated on or measured with."""
import itertools
import json
import re
import xml.etree.ElementTree as xml

from .spacing import joined

EACH = 20
UNSPACED = {"zh", "ja"}
WIDTH = 8
SHORTEST = 6
LONGEST_DOCUMENT = 4000
WORD = re.compile(r"\w+")
# The least share of letters in running text.
LETTERS = 0.6


def words(text):
    """The words of a text, whatever its case and punctuation."""
    return WORD.findall(text.lower())


class HeldOut:
    """What must not be among the text: runs of words of sentences that a model is measured with."""

    def __init__(self):
        self.runs, self.whole = set(), set()

    def add(self, text):
        """Holds a sentence out."""
        found = words(text)
        if len(found) >= SHORTEST:
            self.whole.add(" ".join(found))
        self.runs.update(" ".join(found[i:i + WIDTH]) for i in range(len(found) - WIDTH + 1))

    def has(self, text):
        """Whether a text is such a sentence, or has so many words in a row of one."""
        found = words(text)
        return " ".join(found) in self.whole or any(
            " ".join(found[i:i + WIDTH]) in self.runs for i in range(len(found) - WIDTH + 1))


class Table:
    """The rows of a source, and what was left out of it."""

    def __init__(self, name, language):
        self.name, self.language = name, language
        self.documents = self.characters = self.held_out = self.repeated = self.no_text = 0

    def rows(self, documents, held_out, seen):
        """One row for each document, or several of a long one."""
        for identifier, units in documents:
            kept, length, part = [], 0, 0
            for unit in units:
                text = re.sub(r"\s+", " ", unit).strip()
                if not self._keep(text, held_out, seen):
                    continue
                if kept and length + len(text) > LONGEST_DOCUMENT:
                    part += 1
                    yield self._row(f"{identifier}#{part}", kept)
                    kept, length = [], 0
                kept.append(text)
                length += len(text)
            if kept:
                yield self._row(f"{identifier}#{part + 1}" if part else identifier, kept)

    def _keep(self, text, held_out, seen):
        found = words(text)
        letters = sum(letter.isalpha() or letter.isspace() for letter in text)
        if not found or letters < LETTERS * len(text):
            self.no_text += 1
            return False
        if held_out.has(text):
            self.held_out += 1
            return False
        key = " ".join(found)
        if len(found) >= SHORTEST:
            if key in seen:
                self.repeated += 1
                return False
            seen.add(key)
        return True

    def _row(self, identifier, kept):
        self.documents += 1
        text = "\n\n".join(kept)
        self.characters += len(text)
        return {"id": identifier, "source": self.name, "language": self.language, "text": text}

    def counts(self):
        """How much there is, and what was left out, in one line."""
        return (
            f"{self.documents:,} documents, {self.characters:,} characters; left out: {self.repeated:,} repeated,"
            f" {self.held_out:,} that are measured with, {self.no_text:,} that are no running text"
        )


def documents_of(source, name):
    """The documents of a source of labelled data as running text; so many sentences are one where none are told."""
    if source.sentences is None:
        yield from grouped(name, list(sentences_of(source)))
        return
    for i, (document, sentences) in enumerate(itertools.groupby(source.sentences, key=lambda s: s.document), 1):
        texts = [_running(sentence, source.language) for sentence in sentences]
        if document is None:
            yield from grouped(f"{name}/{i:05d}", texts)
        else:
            yield f"{name}/{i:05d}", texts


def grouped(name, sentences):
    """Documents of so many neighbouring sentences, for text whose documents are unknown."""
    for i in range(0, len(sentences), EACH):
        yield f"{name}/{i // EACH + 1:05d}", sentences[i:i + EACH]


def _running(sentence, language):
    tokens = [token for token, _ in sentence]
    return "".join(tokens) if language in UNSPACED else joined(tokens)


def sentences_of(source):
    """The sentences of a source of labelled data as running text."""
    if source.sentences is not None:
        yield from (_running(sentence, source.language) for sentence in source.sentences)
        return
    for name, text in source.files:
        if name.endswith(".conllu"):
            yield from re.findall(r"^# text = (.*)$", text, re.MULTILINE)
        elif name.endswith(".jsonl"):
            yield from (json.loads(line)["text"] for line in text.split("\n") if line)
        elif name.endswith(".xml"):
            yield from _marked(text)


def _marked(text):
    root = xml.fromstring(text.encode())
    elements = [element for element in root.iter() if element.tag in ("sentence", "s")]
    for element in elements or [root]:
        yield "".join(element.itertext())
