"""Labelled sentences whose labels are persons, places and organisations, in the cases that text comes in."""
import collections
import dataclasses
import pathlib
import sys

HOME = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HOME / "models"))

from making.spans import spans, tags  # noqa: E402

TYPES = ("PER", "LOC", "ORG")
# What labels of corpora and of taggers stand for; any other stands for no entity.
MEANINGS = {
    "PER": "PER", "PERSON": "PER",
    "LOC": "LOC", "LOCATION": "LOC", "GPE": "LOC", "FAC": "LOC",
    "ORG": "ORG", "ORGANIZATION": "ORG", "GROUP": "ORG", "CORPORATION": "ORG",
}
CASES = {"as it is": str, "lower": str.lower, "UPPER": str.upper}


def meant(found):
    """The chunks whose labels stand for a type, with it."""
    return [(begin, end, MEANINGS[label.upper()]) for begin, end, label in found if label.upper() in MEANINGS]


@dataclasses.dataclass(frozen=True)
class Sentence:
    """Tokens, and the chunks of PER, LOC and ORG that annotators saw in them."""

    tokens: tuple
    entities: tuple

    def cased(self, case):
        """The sentence in another case."""
        return dataclasses.replace(self, tokens=tuple(CASES[case](token) for token in self.tokens))

    def lines(self):
        """Its lines in a file of columns, with tags in IOB2."""
        marks = tags(self.entities, len(self.tokens))
        return "".join(f"{token}\t{tag}\n" for token, tag in zip(self.tokens, marks)) + "\n"


def read(path):
    """The sentences of a file of columns: token first and tag last, or number, token, tag."""
    rows, numbered = [[]], True
    for line in pathlib.Path(path).read_text(encoding="utf-8").split("\n"):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("-DOCSTART-"):
            rows.append([])
        elif not (line.startswith("# ") and (len(rows[-1]) == 0 and "\t" not in line)):
            fields = line.split("\t") if "\t" in line else line.split()
            if len(fields) < 2:
                raise ValueError(f"{path}: found a line of one column: {line!r}; give a file of token and tag")
            numbered = numbered and fields[0] == str(len(rows[-1]) + 1)
            rows[-1].append(fields)
    token, tag = (1, 2) if numbered else (0, -1)
    sentences = []
    for row in rows:
        if row:
            tokens = tuple(fields[token] or "\ufffd" for fields in row)
            sentences.append(Sentence(tokens, tuple(meant(spans([fields[tag] for fields in row])))))
    if not any(sentence.entities for sentence in sentences):
        raise ValueError(f"{path}: found no person, place or organisation; give a file of token and tag")
    return sentences


def scores(sentences, found):
    """Precision, recall and F1 of exact chunks in percent, for all types and for each."""
    counts = {kind: collections.Counter() for kind in ("all", *TYPES)}
    for sentence, entities in zip(sentences, found, strict=True):
        for name, chunks in (("gold", set(sentence.entities)), ("found", set(entities)),
                             ("right", set(sentence.entities) & set(entities))):
            for chunk in chunks:
                counts["all"][name] += 1
                counts[chunk[2]][name] += 1
    return {kind: _percent(count) for kind, count in counts.items()}


def _percent(count):
    precision = 100 * count["right"] / count["found"] if count["found"] else 0.0
    recall = 100 * count["right"] / count["gold"] if count["gold"] else 0.0
    total = count["gold"] + count["found"]
    return {
        "precision": round(precision, 2), "recall": round(recall, 2),
        "f1": round(200 * count["right"] / total, 2) if total else 0.0, "gold": count["gold"],
    }
