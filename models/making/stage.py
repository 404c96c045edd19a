"""Stages: what each makes, of what, by which commands, and whether it is made already."""
import dataclasses
import filecmp
import json
import os
import pathlib
import resource
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable

from .failure import fail
from .files import NewDirectory, write_atomically

HOME = pathlib.Path(__file__).resolve().parents[2]


@dataclasses.dataclass(frozen=True)
class Run:
    """One command, with the environment that it gets besides this one's; `into` takes its last line."""

    command: tuple
    environment: dict = dataclasses.field(default_factory=dict)
    into: str | None = None

    def told(self, places):
        """The command as a person would write it, with the names of the places in place of their paths."""
        text = shlex.join(map(str, self.command))
        for place, name in places:
            text = text.replace(str(place), name)
        return text


@dataclasses.dataclass(frozen=True)
class Stage:
    """Makes an output, a directory or a file that is there when it is finished.

    Either one command makes it itself, or several commands fill it, each with a file of its last line, and `finish`
    may add to it; or it is a copy, which may replace another.
    """

    name: str
    output: pathlib.Path
    runs: tuple
    minutes: float = 0
    needs: tuple = ()
    fills: bool = False
    resumes: pathlib.Path | None = None
    finish: Callable | None = None
    copies: pathlib.Path | None = None
    replaces: bool = False

    @property
    def receipt(self):
        """The file that says by what it was made."""
        return self.output.with_name(f"{self.output.name}.receipt.json")

    @property
    def done(self):
        """Whether its output is there, whole."""
        return self.output.exists() if self.copies is None else _same(self.copies, self.output)

    def require_same(self, places):
        """Ends where the output was made in another way than it would be now."""
        if not self.receipt.is_file():
            return
        made = json.loads(self.receipt.read_text(encoding="utf-8"))
        if made["commands"] != self.told(places):
            fail(f"{self.name}: {self.output} was made by other commands ({self.receipt}); delete both to make it again,"
                 " or give another --work")

    def told(self, places):
        """Its commands as a person would write them."""
        return [run.told(places) for run in self.runs]

    def make(self, places):
        """Runs its commands and writes the receipt."""
        begin, before = time.time(), resource.getrusage(resource.RUSAGE_CHILDREN)
        self.output.parent.mkdir(parents=True, exist_ok=True)
        if self.copies:
            self._copy()
            return
        if self.fills:
            with NewDirectory(self.output) as folder:
                for run in self.runs:
                    self._run(run, folder)
                if self.finish:
                    self.finish(folder)
        else:
            for run in self.runs:
                self._run(run, None)
            if not self.output.exists():
                fail(f"{self.name}: its command ended well, but {self.output} is not there")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        write_atomically(self.receipt, json.dumps({
            "stage": self.name, "commands": self.told(places), "cpu_seconds": round(cpu, 1),
            "seconds": round(time.time() - begin, 1),
        }, indent=1, ensure_ascii=False) + "\n")

    def _copy(self):
        if self.output.exists():
            if not self.replaces:
                fail(f"{self.output}: has another model; give --overwrite to replace it by {self.copies},"
                     " or another --output")
            shutil.rmtree(self.output)
        with NewDirectory(self.output) as folder:
            shutil.copytree(self.copies, folder, dirs_exist_ok=True)

    def _run(self, run, folder):
        command = [str(part) for part in run.command]
        if self.resumes and self.resumes.exists():
            command.append("--resume")
        print(f"$ {shlex.join(command)}", file=sys.stderr, flush=True)
        done = subprocess.run(command, env={**os.environ, **run.environment}, check=False, encoding="utf-8",
                              stdout=subprocess.PIPE if run.into else sys.stderr)
        if done.returncode != 0:
            fail(f"{self.name}: its command ended with {done.returncode}; run the same command again to go on from here")
        if run.into:
            (folder / run.into).write_text(done.stdout.strip().splitlines()[-1] + "\n", encoding="utf-8")


def _same(left, right):
    """Whether two directories have the same files."""
    names = [sorted(path.relative_to(folder) for path in folder.rglob("*")) for folder in (left, right)]
    return names[0] == names[1] and bool(names[0]) and all(
        (left / name).is_dir() or filecmp.cmp(left / name, right / name, shallow=False) for name in names[0])
