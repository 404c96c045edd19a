"""Archives of corpora as their makers publish them, and their column files."""
import lzma
import pathlib
import re
import tarfile

from .failure import fail


class Sentence(list):
    """(token, tag) of each token; document is None where a sentence stands alone."""

    def __init__(self, tagged, document=None):
        super().__init__(tagged)
        self.document = document


class Archive:
    """The files of an archive by their names, without its own folder. Files named as test data are not read."""

    def __init__(self, folder, name):
        self.path = folder / f"{name}.tar.xz"
        self.name = name
        self.tests_relations = name == "re-docred"
        self.files = {}

    def exists(self):
        """Whether there is a file of that name."""
        return self.path.is_file()

    def read(self, wanted=lambda name: True):
        """Reads the files whose names are wanted, and SOURCE.md."""
        try:
            with tarfile.open(self.path, "r:xz") as tar:
                for member in tar:
                    name = member.name.removeprefix("./").removeprefix(self.name + "/")
                    told = is_test(name) and not self.tests_relations
                    if member.isfile() and not told and (name == "SOURCE.md" or wanted(name)):
                        self.files[name] = tar.extractfile(member).read()
        except (OSError, EOFError, lzma.LZMAError, tarfile.TarError) as e:
            fail(f"{self.path}: cannot be read ({e}); get it again")
        return self

    def text(self, name):
        """A file's text."""
        return self.decoded(name, self.files[name])

    def decoded(self, name, data):
        """Bytes of a file as text."""
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as e:
            fail(f"{self.path}: {name} is not UTF-8 ({e.reason} at byte {e.start}); get it again")

    def one(self, ending):
        """The text of the first file whose name ends so."""
        return self.text(self.named(ending))

    def named(self, ending):
        """The name of the first file whose name ends so."""
        found = sorted(name for name in self.files if name.endswith(ending) and "__MACOSX" not in name)
        if not found:
            fail(f"{self.path}: found no file {ending}; it is not the archive that this script knows")
        return found[0]

    def all(self, pattern):
        """Names and texts of the files whose names match as a whole."""
        found = [(name, self.text(name)) for name in sorted(self.files) if re.fullmatch(pattern, name)]
        if not found:
            fail(f"{self.path}: found no file like {pattern}; it is not the archive that this script knows")
        return found

    def licence(self):
        """The lines of SOURCE.md: repository, commit, licence."""
        return [line.strip() for line in self.one("SOURCE.md").splitlines() if line.strip()]


def is_test(name):
    """Whether a file is named as test data."""
    return re.search(r"(^|[^a-z])test([^a-z]|$)", pathlib.PurePath(name).name.lower()) is not None


def columns(text, token, tag, name):
    """Sentences of column files."""
    sentence, document = Sentence([]), None
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        begins = line.startswith("-DOCSTART-") or (token == 1 and line.startswith("# newdoc"))
        if begins or not line.strip():
            if sentence:
                yield sentence
            document = number if begins else document
            sentence = Sentence([], document)
        elif not line.startswith("# id " if token == 0 else "#"):
            fields = line.split("\t") if "\t" in line else line.split(" ")
            if len(fields) <= max(token, tag if tag >= 0 else 1):
                fail(f"{name}:{number}: found {len(fields)} columns; it is not the file that this script knows")
            sentence.append((fields[token] or "\ufffd", fields[tag]))
    if sentence:
        yield sentence
