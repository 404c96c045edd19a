"""Data to rehearse a recipe with: archives and corpora of a few sentences, from sample-data."""
import io
import itertools
import tarfile

from .archive import columns
from .files import NewDirectory, write
from .stage import HOME

SAMPLES = HOME / "sample-data"
TRAINED, TEXTS = 400, 150
ENCODER = HOME / "spark-ner-core/src/test/resources/tiny-encoder"
VECTORS = SAMPLES / "vectors/glove.sample.100d.txt.gz"


def prepare(folder):
    """Writes ARCHIVES and CORPORA into a folder, which is left as it is if it is there; returns both."""
    if not folder.exists():
        with NewDirectory(folder) as made:
            _corpora(made / "corpora")
            (made / "archives").mkdir()
            _raw(made / "archives")
    return folder / "archives", folder / "corpora"


def _sentences(path, count=None):
    text = (SAMPLES / path).read_text(encoding="utf-8")
    return list(itertools.islice(columns(text, 0, -1, path), count))


def _corpora(folder):
    (folder / "wikigold").mkdir(parents=True)
    write(folder / "wikigold/wikigold.conll.txt", "".join(
        "".join(f"{token} {tag}\n" for token, tag in sentence) + "\n"
        for sentence in _sentences("wikigold/train.conll", TRAINED)))
    (folder / "uner-en-ewt").mkdir()
    write(folder / "uner-en-ewt/dev.iob2", "".join(
        "".join(f"{i}\t{token}\t{'O' if tag.endswith('MISC') else tag}\t-\t-\n"
                for i, (token, tag) in enumerate(sentence, 1)) + "\n"
        for sentence in _sentences("wikigold/dev.conll")))
    (folder / "btc").mkdir()
    for part in ("train", "dev"):
        sentences = _sentences(f"wnut17/{part}.conll", 40)
        names = {"person": "PER", "location": "LOC"}
        write(folder / f"btc/{part}.conll", "".join(
            "".join(f"{token}\t{_renamed(tag, names)}\n" for token, tag in sentence) + "\n" for sentence in sentences))


def _renamed(tag, names):
    prefix, _, label = tag.partition("-")
    return f"{prefix}-{names[label]}" if label in names else "O"


def _raw(folder):
    sentences = _sentences("wikigold/train.conll")[TRAINED:TRAINED + TEXTS]
    files = {
        "gmb-text/SOURCE.md": "From sample-data/wikigold, CC BY 4.0\n",
        "gmb-text/sentences.txt": "".join(" ".join(token for token, _ in s) + "\n" for s in sentences),
    }
    with tarfile.open(folder / "raw.tar.xz", "w:xz") as tar:
        for name, text in files.items():
            data = text.encode()
            member = tarfile.TarInfo(f"raw/{name}")
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
