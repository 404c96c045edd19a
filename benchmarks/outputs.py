"""What taggings have written: the rows that a reader sees, compared with those of another output, and files that no
reader should see."""
import collections
import hashlib
import json
import pathlib
import re
import typing

# What an output consists of: parts, Spark's mark and record of a whole one, and the checksums of either.
OWN = re.compile(r"part-[^.]*(\.[a-z0-9]+)?(\.json|\.parquet)|_SUCCESS|_spark_metadata|batch=\d+")
CHECKSUM = re.compile(r"\.(.*)\.crc")
RECORD = "_spark_metadata"


class Rows(typing.NamedTuple):
    """A multiset of rows, each as the digest of its line."""

    counts: collections.Counter

    def digest(self):
        """The same for the same rows, in whatever order and files."""
        whole = hashlib.sha256()
        for row, count in sorted(self.counts.items()):
            whole.update(row * count)
        return whole.hexdigest()

    def total(self):
        return sum(self.counts.values())


class Difference(typing.NamedTuple):
    """Rows that are too few, that are there more often than expected, and that are no rows expected at all."""

    lost: int
    doubled: int
    altered: int

    @staticmethod
    def of(expected, found):
        more = found.counts - expected.counts
        doubled = sum(count for row, count in more.items() if row in expected.counts)
        return Difference(
            sum((expected.counts - found.counts).values()), doubled, sum(more.values()) - doubled)


def rows(files):
    """The rows of files of JSON lines."""
    counts = collections.Counter()
    for file in files:
        with open(file, "rb") as lines:
            counts.update(hashlib.blake2b(line.rstrip(b"\n"), digest_size=16).digest() for line in lines)
    return Rows(counts)


def batch_files(output):
    """The parts below a directory, as a reader of it finds them."""
    return sorted(
        file for file in pathlib.Path(output).glob("**/part-*")
        if not any(part.startswith(("_", ".")) for part in file.relative_to(output).parts))


def stream_files(output):
    """The files that a stream's record in its output lists; what else is there, no reader of Spark takes.

    The record is a file a batch; each tenth, with the ending .compact, holds all before it too.
    """
    folder = pathlib.Path(output) / RECORD
    batches = {int(file.name.split(".")[0]): file for file in folder.glob("[0-9]*")}
    first = max((number for number, file in batches.items() if file.suffix == ".compact"), default=0)
    listed = []
    for number in sorted(batches):
        if number >= first:
            lines = batches[number].read_text().splitlines()
            listed += [json.loads(line)["path"] for line in lines[1:]]
    return [re.sub("^file:(//)?", "", path) for path in listed]


def partial(directory, expected):
    """Names below the directory that belong to nothing whole: temporary files, drafts and locks.

    expected are the names of outputs in it, and of checkpoints, whose insides are Spark's own.
    """
    directory = pathlib.Path(directory)
    found = [path.name for path in directory.iterdir() if path.name not in expected]
    for name, is_output in expected.items():
        if is_output and (directory / name).exists():
            for path in (directory / name).glob("**/*"):
                inside = RECORD in path.relative_to(directory).parts[:-1]
                plain = CHECKSUM.sub(r"\1", path.name)
                if not inside and not OWN.fullmatch(plain):
                    found.append(str(path.relative_to(directory)))
    return sorted(found)
