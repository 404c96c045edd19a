"""The audit of the libraries: what it finds, what it accepts, and what it says of this checkout."""

import json
import subprocess
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import REPOSITORY

REFUSED = "NOT ACCEPTED"


def audit(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs the script."""
    return subprocess.run(
        [f"{REPOSITORY}/build-tools/audit", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def advisories(
    directory: Path, affected: str, day: date | None = None, accepted: dict[str, str] | None = None
) -> Path:
    """A list of one advisory, for the library org.example:box."""
    advisory = {
        "library": "org.example:box",
        "ids": ["CVE-1999-0001"],
        "affected": affected,
        "fixed": "2.0",
        "about": "The lid opens.",
        "accepted": accepted or {},
    }
    path = directory / "advisories.json"
    content = {
        "looked-through": (day or date.today()).isoformat(),
        "reasons": {"closed": "It is nailed shut."},
        "advisories": [advisory],
    }
    path.write_text(json.dumps(content))
    return path


def bill(directory: Path, version: str) -> Path:
    """A list of CycloneDX with that library."""
    path = directory / "bom.json"
    component = {"group": "org.example", "name": "box", "version": version}
    path.write_text(json.dumps({"components": [component]}))
    return path


def jar(directory: Path, group: str, artifact: str, *held: str) -> Path:
    """A jar in a repository of Maven, with the descriptions of what it holds."""
    folder = directory / "repository" / group.replace(".", "/") / artifact / "1.0"
    folder.mkdir(parents=True)
    path = folder / f"{artifact}-1.0.jar"
    with ZipFile(path, "w") as out:
        for library in held:
            name, artifact_id, version = library.split(":")
            properties = f"version={version}\r\ngroupId={name}\r\nartifactId={artifact_id}\r\n"
            out.writestr(f"META-INF/maven/{name}/{artifact_id}/pom.properties", properties)
    return path


@pytest.mark.parametrize(
    ("version", "affected", "found"),
    [
        ("1.9.9", "[1.0,2.0)", True),
        ("2.0", "[1.0,2.0)", False),
        ("2.0", "(,2.0]", True),
        ("1.0", "(1.0,2.0)", False),
        ("1.10", "(,1.9)", False),
        ("2.13.4.2", "[2.13.0,2.13.4)", False),
        ("4.1.96.Final", "[4.1.91,4.1.118)", True),
        ("4.1.118.Final", "[4.1.91,4.1.118)", False),
        ("32.0.0-jre", "(,32.0.0)", False),
        ("30.1.1-jre", "(,32.0.0)", True),
        ("2.0-beta9", "(,2.0)", True),
        ("1.0.0-M2.1", "(,1.0.0)", True),
        ("2.19.2", "(,2.18.6),[2.19.0,2.21.1)", True),
        ("2.18.6", "(,2.18.6),[2.19.0,2.21.1)", False),
        ("9.4.58.v20250814", "(,9.4.57)", False),
    ],
)
def test_versions_are_ordered_as_maven_orders_them(
    tmp_path: Path, version: str, affected: str, found: bool
) -> None:
    ended = audit("--advisories", advisories(tmp_path, affected), bill(tmp_path, version))

    assert (REFUSED in ended.stdout) == found, ended
    assert ended.returncode == (1 if found else 0)


def test_a_fault_that_nobody_accepted_says_where_it_is_and_what_mends_it(tmp_path: Path) -> None:
    ended = audit("--advisories", advisories(tmp_path, "(,2.0)"), bill(tmp_path, "1.0"))

    assert ended.stdout.splitlines()[0] == (
        "NOT ACCEPTED org.example:box 1.0: CVE-1999-0001: The lid opens. Fixed in 2.0."
    )


def test_a_fault_is_accepted_in_the_place_that_the_list_names_alone(tmp_path: Path) -> None:
    listed = advisories(tmp_path, "(,2.0)", accepted={"org.example:crate": "closed"})
    crate = jar(tmp_path, "org.example", "crate", "org.example:crate:1.0", "org.example:box:1.5")
    chest = jar(tmp_path, "org.example", "chest", "org.example:box:1.5")
    path = tmp_path / "classpath.txt"

    path.write_text(f"{crate}")
    inside = audit("--advisories", listed, "--all", path)
    path.write_text(f"{crate}:{chest}")
    elsewhere = audit("--advisories", listed, path)

    assert inside.returncode == 0
    assert "org.example:box 1.5 in org.example:crate: CVE-1999-0001" in inside.stdout
    assert "Accepted: It is nailed shut." in inside.stdout
    assert elsewhere.returncode == 1
    assert f"{REFUSED} org.example:box 1.5 in org.example:chest" in elsewhere.stdout
    assert "in org.example:crate" not in elsewhere.stdout


def test_a_list_that_is_old_is_warned_of_and_no_more(tmp_path: Path) -> None:
    old = advisories(tmp_path, "(,1.0)", day=date.today() - timedelta(days=200))

    ended = audit("--advisories", old, bill(tmp_path, "1.0"))

    assert ended.returncode == 0
    assert ended.stderr.startswith("WARNING: the advisories were looked through on ")


@pytest.mark.parametrize("affected", ["<2.0", "[1.0", "", "[1.0,2.0),"])
def test_what_is_no_range_is_refused_in_one_line(tmp_path: Path, affected: str) -> None:
    ended = audit("--advisories", advisories(tmp_path, affected), bill(tmp_path, "1.0"))

    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "is no range of versions" in ended.stderr


def test_what_is_no_list_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "bom.json").write_text("[]")

    ended = audit(tmp_path / "bom.json")

    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1


def test_every_fault_of_what_this_checkout_runs_with_is_accepted_for_a_reason() -> None:
    ended = audit()

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert REFUSED not in ended.stdout
