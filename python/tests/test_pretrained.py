"""Models by their names: their artefacts, and where each door finds them."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

import spark_ner
from conftest import REPOSITORY, submit
from spark_ner import BadModelError, NerTaggerModel, models

NAME = "en-tiny"
DOCUMENTS = ("README.md", "LICENSE", "ATTRIBUTION.md")


def package(name: str, directory: Path, output: Path) -> subprocess.CompletedProcess[str]:
    """Runs `models/package`."""
    command = [f"{REPOSITORY}/models/package", name, str(directory), "--output", str(output)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def save(model: NerTaggerModel, directory: Path) -> Path:
    """Saves a model with what a model that is given to others needs."""
    model.save(str(directory))
    for name in DOCUMENTS:
        (directory / name).write_text(f"{name} of a model & its <sources>\n")
    return directory


@pytest.fixture(scope="module")
def saved(model: NerTaggerModel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save(model, tmp_path_factory.mktemp("saved") / "model")


@pytest.fixture(scope="module")
def made(saved: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of the artefacts."""
    output = tmp_path_factory.mktemp("made")
    run = package(NAME, saved, output)
    assert run.returncode == 0, run.stderr
    assert [Path(line).name for line in run.stdout.splitlines()] == [
        "spark-ner-model-en-tiny-0.1.0.jar",
        "spark-ner-model-en-tiny-0.1.0.pom",
        "spark_ner_model_en_tiny-0.1.0-py3-none-any.whl",
    ]
    return output


@pytest.fixture(scope="module")
def site(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory into which pip has installed the wheel."""
    target = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    (wheel,) = made.glob("*.whl")
    subprocess.run([*pip, "--target", str(target), str(wheel)], check=True)
    return target


def persons(stage: NerTaggerModel) -> list[str]:
    texts = SparkSession.active().createDataFrame([("Ada lives in London .",)], "text string")
    row = stage.setInputCol("text").transform(texts).first()
    assert row is not None
    return [entity.text for entity in row.entities if entity.type == "PER"]


def test_installed_package_has_the_model(
    spark: SparkSession, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(site))
    assert persons(spark_ner.pretrained(NAME)) == ["Ada"]
    assert "spark_ner_model_en_tiny" not in sys.modules


def test_sql_finds_the_models_of_packages_that_declare_themselves(
    spark: SparkSession,
    model: NerTaggerModel,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "spark.sparkner.models" not in spark_ner.conf()
    monkeypatch.syspath_prepend(str(site))
    directory = spark_ner.conf()["spark.sparkner.models"]
    assert directory == f"{site}/spark_ner_model_en_tiny"

    spark.conf.set("spark.sparkner.models", directory)
    spark_ner.register_function(spark, model, "named")
    (row,) = spark.sql(f"SELECT named('Ada lives in London .', '{NAME}') AS found").collect()
    spark.conf.unset("spark.sparkner.models")
    assert [entity.text for entity in row.found] == ["Ada", "London"]


def test_package_on_the_python_path_alone_has_the_model(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "spark_ner_model_en_tiny").symlink_to(site / "spark_ner_model_en_tiny")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert models.directories() == ""
    assert models.directories(NAME) == f"{tmp_path}/spark_ner_model_en_tiny"
    assert models.directories("output/model.v2") == ""


def test_path_goes_before_a_name(spark: SparkSession, saved: Path) -> None:
    assert persons(spark_ner.pretrained(str(saved))) == ["Ada"]


def test_unknown_name_lists_what_there_is(
    spark: SparkSession, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(site))
    with pytest.raises(BadModelError, match=r"There is no model 'en-other'.*the names en-tiny \("):
        spark_ner.pretrained("en-other")


def test_damaged_package_is_told_in_one_line(
    spark: SparkSession, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = site / "spark_ner_model_en_tiny/en-tiny/model"
    broken = tmp_path / "spark_ner_model_en_tiny/en-tiny/model"
    broken.mkdir(parents=True)
    for part in parts.iterdir():
        (broken / part.name).write_bytes(part.read_bytes())
    lexicon = bytearray((parts / "lexicon.txt").read_bytes())
    lexicon[-2] ^= 1
    (broken / "lexicon.txt").write_bytes(lexicon)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(BadModelError, match=r"^Model part \S+lexicon.txt cannot be used: [^\n]+$"):
        spark_ner.pretrained(NAME)


def test_spark_submit_takes_the_jar(made: Path) -> None:
    (jar,) = made.glob("*.jar")
    run = submit("local[1]", "--jars", jar, "inspect", "--model", NAME)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[-1].startswith("verified ")


def test_same_model_gives_the_same_bytes(saved: Path, made: Path, tmp_path: Path) -> None:
    os.utime(saved / "model/manifest.json", (1, 1))
    assert package(NAME, saved, tmp_path).returncode == 0
    for file in made.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes()
    assert len(list(tmp_path.iterdir())) == 3


def test_signature_travels_with_the_model(saved: Path, tmp_path: Path) -> None:
    directory = tmp_path / "signed"
    shutil.copytree(saved, directory)
    (directory / "model/manifest.sig").write_text("a signature")
    assert package(NAME, directory, tmp_path / "made").returncode == 0
    (jar,) = (tmp_path / "made").glob("*.jar")
    (wheel,) = (tmp_path / "made").glob("*.whl")
    with zipfile.ZipFile(jar) as inside:
        assert inside.read(f"org/sparkner/models/{NAME}/model/manifest.sig") == b"a signature"
    with zipfile.ZipFile(wheel) as inside:
        assert inside.read(f"spark_ner_model_en_tiny/{NAME}/model/manifest.sig") == b"a signature"


def test_artefacts_hold_card_licence_and_attribution(made: Path) -> None:
    (jar,) = made.glob("*.jar")
    (wheel,) = made.glob("*.whl")
    inside = set(zipfile.ZipFile(jar).namelist())
    assert {f"org/sparkner/models/en-tiny/{name}" for name in DOCUMENTS} <= inside
    assert {"META-INF/LICENSE", "META-INF/ATTRIBUTION.md", "org/sparkner/models/index"} <= inside
    inside = set(zipfile.ZipFile(wheel).namelist())
    licences = "spark_ner_model_en_tiny-0.1.0.dist-info/licenses/"
    assert {f"spark_ner_model_en_tiny/en-tiny/{name}" for name in DOCUMENTS} <= inside
    assert {licences + "LICENSE", licences + "ATTRIBUTION.md"} <= inside


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("name", "'En_Tiny' is no name of a model; expected words of a-z and 0-9 with hyphens"),
        ("card", "has no README.md, which a model that is given to others needs; write it"),
        ("part", "lexicon.txt is damaged: found SHA-256 "),
        ("manifest", "is no saved model: found no model/manifest.json; give the directory of one"),
    ],
)
def test_what_cannot_be_packaged_is_told_in_one_line_and_nothing_is_written(
    model: NerTaggerModel, tmp_path: Path, change: str, message: str
) -> None:
    directory = save(model, tmp_path / "model")
    if change == "card":
        (directory / "README.md").write_text("\n")
    elif change == "part":
        with (directory / "model/lexicon.txt").open("a") as lexicon:
            lexicon.write("x")
    elif change == "manifest":
        (directory / "model/manifest.json").unlink()

    run = package("En_Tiny" if change == "name" else NAME, directory, tmp_path / "out")

    assert run.returncode == 1
    assert run.stderr.startswith("error: ")
    assert len(run.stderr.splitlines()) == 1
    assert message in run.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.long
def test_build_of_the_project_makes_the_same_jar_where_the_model_is_there(
    saved: Path, tmp_path: Path
) -> None:
    checkout = tmp_path / "checkout"
    module = checkout / "spark-ner-model-en-small"
    for file in ("pom.xml", "spark-ner-model-en-small/pom.xml"):
        (checkout / file).parent.mkdir(parents=True, exist_ok=True)
        (checkout / file).write_bytes((REPOSITORY / file).read_bytes())
    for name in ("spark-ner-core", "spark-ner-training", "spark-ner-torch", "spark-ner-ml"):
        (checkout / name).symlink_to(REPOSITORY / name)
    for name in ("jobs", "benchmarks", "examples"):
        (checkout / name).symlink_to(REPOSITORY / name)
    (module / "src").symlink_to(REPOSITORY / "spark-ner-model-en-small/src")
    (checkout / "models").mkdir()
    (checkout / "models/en-small").symlink_to(saved)

    maven = ["mvn", "-B", "-q", "-o", "-pl", "spark-ner-model-en-small", "package"]
    subprocess.run([*maven, "-Dspotless.check.skip"], cwd=checkout, check=True)
    assert package("en-small", saved, tmp_path / "out").returncode == 0

    (built,) = module.glob("target/*.jar")
    (made,) = (tmp_path / "out").glob("*.jar")
    assert built.name == made.name
    assert resources(built) == resources(made)


def resources(jar: Path) -> dict[str, bytes]:
    """What a jar holds beside what Maven says of it."""
    with zipfile.ZipFile(jar) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if not name.endswith("/") and not name.startswith(("META-INF/maven/", "META-INF/MANI"))
        }
