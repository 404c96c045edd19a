"""What is written of a corpus, and its part of corpora.conf."""
import collections
import io
import json
import re

from .files import write
from .spans import spans

NAMES = ["PER", "LOC", "ORG"]
WITH_MISC = ["PER", "LOC", "ORG", "MISC"]
PLAIN = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}
LONG_ENOUGH = 6


class Source:
    """Sentences, or files as they are, of one part (train, valid, or measure) of a corpus in one language."""

    def __init__(self, name, part, labels, types, weight=1.0, sentences=None, files=None, reading="", language="en"):
        self.name, self.part, self.labels, self.types, self.weight = name, part, labels, types, weight
        self.sentences, self.files, self.reading, self.language = sentences, files, reading, language
        self.notes = []

    def note(self, text):
        """Adds a line on what was mended."""
        self.notes.append(text)
        return self

    def path(self):
        """The file or folder that it is written to."""
        return f"{self.name}.{self.part}" + (".conll" if self.files is None else "")

    def write(self, folder):
        """Writes the sentences or files."""
        if self.files is not None:
            (folder / self.path()).mkdir(parents=True, exist_ok=True)
            for name, text in self.files:
                write(folder / self.path() / name, text)
            return
        lines, document = io.StringIO(), None
        for sentence in self.sentences:
            if sentence.document != document:
                lines.write("-DOCSTART-\tO\n\n")
                document = sentence.document
            lines.writelines(f"{token}\t{tag}\n" for token, tag in sentence)
            lines.write("\n")
        write(folder / self.path(), lines.getvalue())

    def counts(self):
        """How much there is, in one line."""
        if not self.sentences:
            return f"{len(self.files)} files" if self.files is not None else "nothing"
        count = collections.Counter()
        for sentence in self.sentences:
            count.update(label for _, _, label in spans([tag for _, tag in sentence]))
        total = sum(len(sentence) for sentence in self.sentences)
        return (
            f"{len(self.sentences):,} sentences, {total:,} tokens; "
            + ", ".join(f"{label} {n:,}" for label, n in sorted(count.items(), key=lambda c: (-c[1], c[0])))
        )

    def declared(self, licence, weight, with_language):
        """Its entry of corpora.conf."""
        lines = [f"  # {line}" for line in [*licence, *self.notes]]
        lines += [f"  {self.name} {{", f"    path = {json.dumps(self.path())}"]
        lines += [f"    {self.reading}"] if self.reading else []
        labels = ", ".join(f"{_key(label)} = {kind}" for label, kind in self.labels.items())
        lines += [f"    labels {{ {labels} }}", f"    types = [{', '.join(self.types)}]"]
        lines += [f"    language = {self.language}"] if with_language else []
        lines += [f"    weight = {weight}"] if self.part == "train" and weight != 1 else []
        return "\n".join(lines + ["  }"]) + "\n"


def _key(name):
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else json.dumps(name, ensure_ascii=False)


def conf(found, licences):
    """The text of corpora.conf. Weights are relative to the largest."""
    languages = {source.language for source in found}
    most = max((source.weight for source in found if source.part == "train"), default=1.0)
    text = ("# Written by models/corpora. Licences: ATTRIBUTION.md. Types that a source leaves out are not annotated\n"
            "# there: latent, not absent.\n")
    for part in ("train", "valid"):
        text += f"\n{part} {{\n" + "\n".join(
            source.declared(licences.get(source.name, []), round(source.weight / most, 3), languages != {"en"})
            for source in found if source.part == part
        ) + "}\n"
    return text


def apart(found):
    """Leaves out training sentences that the data to validate on or to measure with has as well."""
    held = {
        tuple(token for token, _ in sentence)
        for source in found if source.part != "train" and source.sentences for sentence in source.sentences
        if len(sentence) >= LONG_ENOUGH
    }
    for source in found:
        if source.part == "train" and source.sentences:
            kept = [s for s in source.sentences if tuple(token for token, _ in s) not in held]
            if len(kept) < len(source.sentences):
                source.note(f"{len(source.sentences) - len(kept)} sentences are left out that are validated on")
                source.sentences = kept
