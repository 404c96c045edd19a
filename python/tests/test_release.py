"""What a release puts into a Maven repository, and users' programs that are built and run with it."""

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as xml
from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import REPOSITORY

pytestmark = pytest.mark.long

SHARED = ["spark-ner-core", "spark-ner-torch", "spark-ner-training"]
OF_A_LINE = ["spark-ner-jobs", "spark-ner-ml"]
# Spark, Scala and the other Scala, by line.
LINES = {"3.5": ("3.5.7", "2.12.17", "2.13"), "4": ("4.2.0", "2.13.18", "2.12")}
MODULES = "spark-ner-core,spark-ner-training,spark-ner-torch,spark-ner-ml,jobs"


class Release:
    """The two lines of a release in a Maven repository, and builds that find it there."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.repository = directory / "release"
        quick = (
            *("-Dmaven.test.skip", "-Dmaven.install.skip", "-Dspotless.check.skip"),
            "-Derror.prone.options=-XepDisableAllChecks",
        )
        for line in LINES:
            maven(
                *("-Prelease", "deploy", "-pl", MODULES, *quick),
                *([] if line == "3.5" else [f"-Dspark={line}"]),
                f"-DaltDeploymentRepository=release::{self.repository.as_uri()}",
            )
        asked = ("help:evaluate", "-Dexpression=settings.localRepository", "-DforceStdout", "-N")
        own = Path(maven(*asked).splitlines()[-1])
        # What Maven has fetched for this build need not be fetched for those; nothing of theirs gets among it.
        (directory / "settings.xml").write_text(
            f"""<settings>
              <localRepository>{directory}/local</localRepository>
              <profiles><profile><id>release</id>
                <repositories>{place("release", self.repository)}{place("fetched", own)}</repositories>
                <pluginRepositories>
                  {place("fetched", own).replace("repository>", "pluginRepository>")}
                </pluginRepositories>
              </profile></profiles>
              <activeProfiles><activeProfile>release</activeProfile></activeProfiles>
            </settings>"""
        )

    def files(self, artifact: str) -> Path:
        """The directory of an artefact."""
        versions = (self.repository / "org/sparkner" / artifact).iterdir()
        (version,) = (path for path in versions if path.is_dir())
        return version

    def build(self, line: str, name: str, *arguments: str) -> str:
        """Builds a copy of an example, which knows nothing of the checkout; what it prints."""
        spark, scala, _ = LINES[line]
        project = self.directory / f"{name}-{line}"
        example = REPOSITORY / "examples" / name
        shutil.copytree(example, project, ignore=shutil.ignore_patterns("target"))
        return maven(
            *("-f", str(project / "pom.xml"), "-gs", f"{self.directory}/settings.xml"),
            f"-Dmaven.repo.local={self.directory}/local",
            *(f"-Dspark.version={spark}", f"-Dscala.version={scala}"),
            f"-Dscala.binary.version={scala.rpartition('.')[0]}",
            *arguments,
        )


def place(name: str, path: Path) -> str:
    """A directory as a repository of Maven's settings."""
    return (
        f"<repository><id>{name}</id><url>{path.as_uri()}</url>"
        "<releases><checksumPolicy>ignore</checksumPolicy></releases></repository>"
    )


def maven(*arguments: str) -> str:
    """Runs Maven in the checkout; its standard output, without the colours that Maven ends even where it began none."""
    run = subprocess.run(
        ["mvn", "-B", "-ntp", "-q", *arguments],
        cwd=REPOSITORY,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=1500,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return re.sub(r"\x1b\[[0-9;]*m", "", run.stdout)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return Release(tmp_path_factory.mktemp("maven"))


def test_both_lines_and_what_they_share_are_there_once(release: Release) -> None:
    found = [path.name for path in (release.repository / "org/sparkner").iterdir()]

    suffixed = [f"{name}_{scala}" for name in OF_A_LINE for scala in ("2.12", "2.13")]
    assert sorted(found) == sorted([*SHARED, *suffixed])


@pytest.mark.parametrize("line", LINES)
def test_poms_say_all_that_a_repository_asks_for_and_nothing_of_the_other_line(
    release: Release, line: str
) -> None:
    spark, scala, other = LINES[line]
    own = scala.rpartition(".")[0]

    for artifact in [*SHARED, *(f"{name}_{own}" for name in OF_A_LINE)]:
        (path,) = release.files(artifact).glob("*.pom")
        text = path.read_text()
        assert "${" not in text and "<parent>" not in text
        assert f"_{other}" not in text
        assert "kafka" not in text and "minicluster" not in text and "<scope>test<" not in text
        pom = xml.fromstring(re.sub(' xmlns="[^"]*"', "", text, count=1))
        for element in ("name", "description", "url", "licenses/license/name"):
            assert pom.findtext(element), f"{artifact}: {element}"
        for element in ("developers/developer/name", "scm/url", "scm/connection"):
            assert pom.findtext(element), f"{artifact}: {element}"
        versions = {
            dependency.findtext("artifactId"): dependency.findtext("version")
            for dependency in pom.findall("dependencies/dependency")
        }
        if artifact in SHARED:
            assert not [name for name in versions if name and re.search(r"_2\.1\d$", name)]
        else:
            assert versions[f"spark-mllib_{own}"] == spark


@pytest.mark.parametrize("line", LINES)
def test_jars_come_with_sources_javadoc_and_what_they_bring(release: Release, line: str) -> None:
    own = LINES[line][1].rpartition(".")[0]
    directory = release.files(f"spark-ner-ml_{own}")

    def names(classifier: str) -> list[str]:
        with ZipFile(directory / f"spark-ner-ml_{own}-0.1.0{classifier}.jar") as jar:
            return jar.namelist()

    assert "org/sparkner/spark/NerTagger.class" in names("")
    assert "org/sparkner/spark/NerTagger.java" in names("-sources")
    assert "org/sparkner/spark/version/CurrentLine.java" in names("-sources")
    assert "org/sparkner/spark/NerTagger.html" in names("-javadoc")
    bill = json.loads((directory / f"spark-ner-ml_{own}-0.1.0-cyclonedx.json").read_text())
    brought = {component["name"] for component in bill["components"]}
    assert {"spark-ner-core", "deeplearning4j-nn", "caffeine"} <= brought
    assert ("dl4j-spark_2.12" in brought) == (line == "3.5")


@pytest.mark.parametrize("line", LINES)
def test_programs_of_users_are_built_and_run(release: Release, tmp_path: Path, line: str) -> None:
    sample = REPOSITORY / "sample-data/wikigold"
    for part, count in (("train", 200), ("dev", 40)):
        sentences = (sample / f"{part}.conll").read_text().split("\n\n")[:count]
        (tmp_path / f"{part}.conll").write_text("\n\n".join(sentences) + "\n")
    # A sentence with names, which the model has learned.
    blocks = (tmp_path / "train.conll").read_text().split("\n\n")
    known = next(block for block in blocks if "-PER" in block)
    text = " ".join(line.split()[0] for line in known.splitlines()).replace("'", "")
    model = tmp_path / "model"
    learning = (tmp_path / "train.conll", tmp_path / "dev.conll", model)
    run = ("compile", "dependency:build-classpath", "exec:exec")

    def program(name: str, *arguments: object) -> list[str]:
        quoted = " ".join(f"'{argument}'" for argument in arguments)
        jars = tmp_path / f"{name}.classpath"
        where = (f"-Dmdep.outputFile={jars}", f"-Dprogram.arguments={quoted}")
        printed = release.build(line, name, *run, *where)
        assert f"_{LINES[line][2]}-" not in jars.read_text()
        return printed.splitlines()

    learned = program("learning", *learning, text)
    queried = program("querying", model, text)

    assert any(re.fullmatch(r"F1 [0-9.,]+", printed) for printed in learned), learned
    pipeline, sql = (
        next(row.removeprefix(door + " ") for row in queried if row.startswith(door))
        for door in ("pipeline", "SQL")
    )
    assert pipeline == sql
    entities = [json.loads(row) for row in learned if row.startswith("{")]
    assert entities, learned
    again = [{key: each[key] for key in entities[0]} for each in json.loads(sql)["entities"]]
    assert again == entities
