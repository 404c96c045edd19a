"""Files whose bytes depend on their content alone, and which are there whole or not at all."""
import gzip
import io
import json
import os
import pathlib
import shutil
import tempfile


def write(path, text):
    """Writes text in UTF-8, with line feeds."""
    pathlib.Path(path).write_text(text, encoding="utf-8", newline="\n")


def write_atomically(path, text):
    """Writes text beside the file and then gives it its name."""
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    write(beside, text)
    beside.replace(path)


def write_json_lines(path, rows):
    """Writes gzipped JSON lines; returns how many. The same rows give the same bytes."""
    count = 0
    with open(path, "wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) as zipped:
        with io.TextIOWrapper(zipped, encoding="utf-8", newline="\n") as lines:
            for row in rows:
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
    return count


class NewDirectory:
    """A directory that appears under its name when all of it has been written.

    Use it as a context manager, which gives the folder to write into.
    """

    def __init__(self, path):
        self.path = pathlib.Path(path)

    def __enter__(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=f".{self.path.name}.", dir=self.path.parent))
        return self.folder

    def __exit__(self, kind, error, trace):
        if kind is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
            return
        self.folder.chmod(0o777 & ~_umask())
        if self.path.exists():
            self.path.rmdir()
        self.folder.rename(self.path)


def _umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask


def require_empty(path):
    """True unless something is in the way of a new directory there."""
    path = pathlib.Path(path)
    return not path.exists() or (path.is_dir() and not any(path.iterdir()))
