"""What the tables of raw text have, in files of lines: their texts, and their words."""
import gzip
import itertools
import json
import re

from .failure import fail
from .texts import UNSPACED

# A word of running text, with what joins its parts: O'Brien, U.S, Smith-Jones, #london.
WORD = re.compile(r"[#@]?\w+(?:[-'’.]\w+)*")
LETTER = re.compile(r"[^\W_]")
DOCUMENT = "-DOCSTART-"


def lines_of(folder, file):
    """Writes the texts of tables with a document a line."""
    _write_lines(file, (" ".join(row["text"].split()) for row in _rows(folder)))


def words_of(folder, corpora, vectors, count, file):
    """Writes words, one a line: of tables, of a folder of corpora, and of the first so many of a file of vectors.

    The corpora are read where they have columns, and none if the folder is None. Of the vectors, those words are
    left out that are there in other cases. Text without spaces has no words that can be told apart.
    """
    texts = (row["text"] for row in _rows(folder) if row["language"] not in UNSPACED)
    found = itertools.chain((word for text in texts for word in WORD.findall(text)), _tokens(corpora))
    words = dict.fromkeys(word for word in found if LETTER.search(word))
    known = {word.lower() for word in words}
    first = _first_words(vectors, count) if count else []
    further = [word for word in first if word not in known and LETTER.search(word)]
    _write_lines(file, itertools.chain(words, further))


def _tokens(corpora):
    for file in sorted(corpora.glob("*.train.conll")) if corpora else ():
        with open(file, encoding="utf-8") as lines:
            yield from (line.split("\t")[0] for line in lines if line.strip() and not line.startswith(DOCUMENT))


def _first_words(vectors, count):
    try:
        with (gzip.open if vectors.suffix == ".gz" else open)(vectors, "rt", encoding="utf-8") as rows:
            return [row.split(" ", 1)[0] for row in itertools.islice(rows, count)]
    except (OSError, EOFError, UnicodeDecodeError) as e:
        fail(f"words: {vectors} cannot be read as lines of a word and its vector ({e}); give another --vectors FILE")


def _rows(folder):
    for table in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(table, "rt", encoding="utf-8") as rows:
            yield from map(json.loads, rows)


def _write_lines(file, lines):
    with open(file, "wb") as data, gzip.GzipFile("", "wb", 6, data, mtime=0) as zipped:
        for line in lines:
            zipped.write(f"{line}\n".encode())
