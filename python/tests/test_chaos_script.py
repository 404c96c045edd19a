"""benchmarks/chaos: what it plans, kills and compares, and a rehearsal of all of it; benchmarks/soak beside it."""

import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from conftest import ENVIRONMENT, REPOSITORY, call


@pytest.fixture(scope="module")
def chaos() -> Iterator[Any]:
    """The modules of the script."""
    folder = str(REPOSITORY / "benchmarks")
    sys.path.insert(0, folder)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    yield SimpleNamespace(
        kills=importlib.import_module("kills"), outputs=importlib.import_module("outputs")
    )
    sys.dont_write_bytecode = before
    sys.path.remove(folder)


def test_soak_is_built_and_tells_what_it_takes() -> None:
    run = call("benchmarks/soak", "--help")

    assert run.returncode == 0, run.stdout + run.stderr
    assert "--hours=H" in run.stdout


def test_a_seed_gives_the_same_kills_of_each_kind(chaos: Any) -> None:
    plan = chaos.kills.plan("7-files", 30, 8)

    assert plan == chaos.kills.plan("7-files", 30, 8) != chaos.kills.plan("8-files", 30, 8)
    kinds = [kill.kind for kill in plan]
    assert {kind: kinds.count(kind) for kind in kinds} == {"executor": 10, "task": 10, "driver": 10}
    assert all(0 <= kill.delay <= 8 and 0 <= kill.place < 1 for kill in plan)
    assert {kill.of("ab") for kill in plan} == {"a", "b"}


def test_rows_that_are_lost_doubled_or_altered_are_told_apart(chaos: Any, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1\n2\n2\n3\n")
    (tmp_path / "b").write_text("3\n1\n")
    (tmp_path / "c").write_text("2\n2\n")
    (tmp_path / "d").write_text("1\n1\n2\n4\n")
    rows, difference = chaos.outputs.rows, chaos.outputs.Difference
    expected = rows([tmp_path / "a"])
    same = rows([tmp_path / "b", tmp_path / "c"])
    other = rows([tmp_path / "d"])

    assert expected.total() == 4
    assert difference.of(expected, same) == (0, 0, 0) and same.digest() == expected.digest()
    assert difference.of(expected, other) == (2, 1, 1) and other.digest() != expected.digest()


def test_a_stream_has_the_files_that_its_record_lists(chaos: Any, tmp_path: Path) -> None:
    record = tmp_path / "_spark_metadata"
    record.mkdir()
    for name, files in (("0", ["a"]), ("9.compact", ["a", "b"]), ("10", ["c"]), ("2", ["b"])):
        lines = [json.dumps({"path": f"file://{tmp_path}/{file}"}) for file in files]
        (record / name).write_text("\n".join(["v1", *lines]))

    assert chaos.outputs.stream_files(tmp_path) == [f"{tmp_path}/{name}" for name in "abc"]


def test_what_is_no_part_of_a_whole_output_is_partial(chaos: Any, tmp_path: Path) -> None:
    batch = tmp_path / "output" / "batch=0"
    batch.mkdir(parents=True)
    (tmp_path / "checkpoint" / "query").mkdir(parents=True)
    part = "part-00000-c41afc11-0f3e-41b3-9f1b-ab24e7f1e4c6-c000.json"
    for name in (part, f".{part}.crc", "_SUCCESS", "._SUCCESS.crc"):
        (batch / name).touch()
    expected = {"output": True, "checkpoint": False}
    assert chaos.outputs.partial(tmp_path, expected) == []
    assert chaos.outputs.batch_files(tmp_path / "output") == [batch / part]

    (batch / "_temporary").mkdir()
    (tmp_path / ".output.lock").touch()
    (tmp_path / "output" / "_unfinished").mkdir()
    (tmp_path / "output" / "_unfinished" / part).touch()

    assert chaos.outputs.partial(tmp_path, expected) == [
        ".output.lock",
        "output/_unfinished",
        "output/batch=0/_temporary",
    ]
    assert chaos.outputs.batch_files(tmp_path / "output") == [batch / part]


class Way:
    """A way whose driver is a shell that runs for a while, and counts how often it was begun."""

    name = "sleeping"

    def __init__(self, chaos: Any, directory: Path, script: str) -> None:
        """Takes what the shell does after it has said that its tasks run."""
        self.chaos, self.directory, self.script = chaos, directory, script
        self.compared = self.glimpsed = self.restarted = 0

    def start(self) -> Any:
        """Begins."""
        command = ["sh", "-c", f"touch {self.directory}/running-$$; {self.script}"]
        return self.chaos.kills.Driver(command, self.directory, self.directory / "log", os.environ)

    def compare(self) -> None:
        """A run has ended well."""
        self.compared += 1

    def glimpse(self) -> None:
        """A driver has died."""
        self.glimpsed += 1

    def restart(self) -> None:
        """The next run begins anew."""
        self.restarted += 1


NO_CLUSTER = SimpleNamespace(executors=list, sweep=lambda: None)


def test_a_way_runs_until_its_drivers_are_killed_and_its_output_is_whole(
    chaos: Any, tmp_path: Path
) -> None:
    way = Way(chaos, tmp_path, "sleep 1")
    kills = [chaos.kills.Kill("driver", delay, 0) for delay in (0, 0.2, 0)]

    ordeal = chaos.kills.endure(way, kills, NO_CLUSTER, 60)

    assert ordeal.kills["driver"] == 3 and ordeal.runs == 4 and ordeal.passes == 1
    assert (way.glimpsed, way.compared, way.restarted) == (3, 1, 0)


def test_a_way_that_is_done_before_its_kills_begins_anew(chaos: Any, tmp_path: Path) -> None:
    script = f"[ -e {tmp_path}/second ] && sleep 5; touch {tmp_path}/second"
    way = Way(chaos, tmp_path, script)

    ordeal = chaos.kills.endure(way, [chaos.kills.Kill("driver", 1, 0)], NO_CLUSTER, 60)

    assert ordeal.kills["driver"] == 1 and ordeal.passes == 2 and way.restarted == 1


def test_a_hang_is_told_from_a_failure(chaos: Any, tmp_path: Path) -> None:
    with pytest.raises(chaos.kills.Hang, match="was not done after 1 s"):
        chaos.kills.endure(Way(chaos, tmp_path, "sleep 30"), [], NO_CLUSTER, 1)
    with pytest.raises(chaos.kills.Failure, match="nothing was killed: no such model"):
        broken = Way(chaos, tmp_path, "echo no such model >&2; exit 4")
        chaos.kills.endure(broken, [], NO_CLUSTER, 60)


def test_an_executor_is_chosen_and_killed(chaos: Any, tmp_path: Path) -> None:
    processes = [subprocess.Popen(["sleep", "60"]) for _ in range(2)]
    cluster = SimpleNamespace(
        executors=lambda: [each.pid for each in processes if each.poll() is None],
        sweep=lambda: None,
    )
    kill = chaos.kills.Kill("executor", 0, 0.99)

    chaos.kills.endure(Way(chaos, tmp_path, "sleep 1"), [kill], cluster, 60)

    assert processes[1].wait(10) == -signal.SIGKILL
    assert processes[0].poll() is None
    processes[0].kill()
    processes[0].wait()


@pytest.mark.long
def test_rehearsal(tmp_path: Path) -> None:
    command = ["--seed", "3", "--rows", "4000", "--kills", "3", "--training-kills", "3"]
    command += ["--train", f"{REPOSITORY}/sample-data/wikigold/dev.conll", "--epochs", "4"]
    command += ["--set", "network.hidden=24", "--set", "network.word-dimension=20"]
    run = subprocess.run(
        [f"{REPOSITORY}/benchmarks/chaos", *command, "--max-delay", "2", "--time-limit", "900"],
        env={**ENVIRONMENT, "TMPDIR": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=4500,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr
    results = {
        each["way"]: each
        for each in (json.loads(line) for line in run.stdout.splitlines() if line.startswith("{"))
    }
    assert results["undisturbed"]["rows"] == 4000
    for way in ("files", "incremental", "stream", "training"):
        assert results[way]["same"] and results[way]["partial"] == []
        assert results[way]["killed"] == {"executor": 1, "task": 1, "driver": 1}
    for way in ("files", "incremental", "stream"):
        assert results[way]["digest"] == results["undisturbed"]["digest"]
    assert run.stdout.splitlines()[-1].startswith("| training |")
    assert list(tmp_path.iterdir()) == []
