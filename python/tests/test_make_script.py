"""models/make on sample data, with a command line that only writes what the real one would."""

import gzip
import json
import os
import pathlib
import subprocess
import sys
import textwrap

import pytest

from conftest import REPOSITORY

SCRIPT = REPOSITORY / "models" / "make"
REPORT = {
    "sentences": 9,
    "tokens": 99,
    "precision": 80.0,
    "recall": 70.0,
    "f1": 74.7,
    "f1_low": 70.1,
    "f1_high": 78.2,
    "types": {"PER": {"f1": 81.2}, "LOC": {"f1": 77.0}},
    "confusion": {
        "matched": {"ORG": {"ORG": 3, "LOC": 2}},
        "missed": {"PER": 5},
        "spurious": {"LOC": 1},
    },
    "reliability": {"expected_calibration_error": 0.031},
    "tokens_per_cpu_s": 123456.0,
    "gemm_gflops": 99.0,
    "load_s": 0.2,
    "peak_rss_mb": 210.0,
}
MANIFEST = {
    "format": "spark-ner-model",
    "labels": ["O", "S-PER", "S-LOC"],
    "training": {
        "language": "en",
        "trainingSentences": 1200,
        "trainingTokens": 20000,
        "seed": 1,
        "epoch": 2,
        "metrics": {"valid_f1": 71.25},
    },
    "software": {"java": "17", "spark-ner": "0.1.0"},
    "parts": [],
}
# Notes each command, and makes a model where one is asked for; ends as if killed on command.
FAKE = """
    #!{python}
    import json, os, pathlib, sys
    arguments = sys.argv[1:]
    with open({log!r}, "a") as log:
        log.write(" ".join(arguments) + "\\n")
    command = next(each for each in arguments if not each.startswith("-"))
    if command == os.environ.get("BREAK"):
        pathlib.Path(arguments[arguments.index("--model") + 1] + ".checkpoint").mkdir()
        sys.exit(5)
    if "--output" in arguments or command in ("train", "distill"):
        option = "--output" if "--output" in arguments else "--model"
        model = pathlib.Path(arguments[arguments.index(option) + 1])
        for part in ("model", "metadata"):
            (model / part).mkdir(parents=True)
        (model / "model/manifest.json").write_text({manifest!r})
        (model / "training.jsonl").write_text('{{"event":"epoch","epoch":1,"valid_f1":71.25}}\\n')
    if "--json" in arguments:
        print("F1 of something")
        print({report!r})
"""


class Making:
    """The script with its command line in the way."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder, self.log = folder, folder / "log"
        self.launcher = folder / "spark-ner"
        self.launcher.write_text(
            textwrap.dedent(FAKE)
            .lstrip()
            .format(
                python=sys.executable,
                log=str(self.log),
                manifest=json.dumps(MANIFEST),
                report=json.dumps(REPORT),
            )
        )
        self.launcher.chmod(0o755)

    def run(self, *arguments: str, breaks: str = "") -> subprocess.CompletedProcess[str]:
        """The script, ended."""
        return subprocess.run(
            [sys.executable, str(SCRIPT), *arguments, "--launcher", str(self.launcher)]
            + ["--work", str(self.folder / "work")],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "BREAK": breaks, "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def commands(self) -> list[str]:
        """The commands that it called, without their options."""
        return [line.split()[0] for line in self.log.read_text().splitlines()]


@pytest.fixture
def making(tmp_path: pathlib.Path) -> Making:
    return Making(tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Making:
    """One where en-small has been made."""
    making = Making(tmp_path_factory.mktemp("made"))
    ended = making.run("en-small", "--rehearse")
    assert ended.returncode == 0, ended.stderr
    return making


def test_runs_the_stages_in_order_and_skips_them_the_next_time(made: Making) -> None:
    commands = made.commands()
    assert [each for each in commands if each != "evaluate"] == [
        "train",
        "calibrate",
        "vectors",
        "distill",
        "compress",
        "calibrate",
        "bench",
        "bench",
    ]
    assert commands.count("evaluate") == 4 * 2
    vectors, distil = made.log.read_text().splitlines()[2:4]
    work = made.folder / "work"
    for part in (
        f"--teacher {work}/en-accurate/calibrated",
        f"--text {work}/en/words/words.txt.gz --text-format lines",
        f"--output {work}/en/vectors.bin",
    ):
        assert part in vectors
    for part in (
        f"--teacher {work}/en-accurate/calibrated",
        f"--text {work}/en/text/*.jsonl.gz",
        f"--silver {work}/en/silver",
        f"--corpora {work}/en/corpora/corpora.conf",
        f"--vectors {work}/en/vectors.bin",
        "--set training.epochs=4",
        f"--model {work}/en/trained",
    ):
        assert part in distil

    again = made.run("en-small", "--rehearse")

    assert again.returncode == 0 and "to do" not in again.stdout
    assert made.commands() == commands


def test_writes_the_card_with_scores_calibration_speed_data_and_failures(made: Making) -> None:
    model = made.folder / "work" / "en-small" / "output"
    card = (model / "README.md").read_text()
    for part in (
        "# en-small\n",
        "It finds LOC, PER in text.",
        '\necho "Ada Lovelace was born in London." | bin/spark-ner try --model en-small\n',
        "| btc | 9 | 99 | 80.0 | 70.0 | **74.7** | 70.1–78.2 | 81.2 | 77.0 | – |",
        "| btc | 74.7 | 74.7 (+0.0) | 74.7 (+0.0) | 74.7 (+0.0) |",
        "| ewt | 0.031 |",
        "| tokens per CPU-second | 123,456, where a core's matrix products reach 99 GFLOP/s |",
        "| PER missed | 10 |\n| ORG taken for LOC | 4 |\n| LOC where there is nothing | 2 |",
        "- Nationalities and languages are MISC",
        "1,200 sentences, 20,000 tokens",
        "| wikigold | WikiGold (Balasuriya et al. 2009), CC BY 4.0 |",
        "its teacher, `en-accurate`, tagged raw text",
        "Best epoch: epoch 2, F1 71.25 on all data for development; seed 1.",
        "| 1 | 71.25 |",
    ):
        assert part in card
    assert str(made.folder) not in card
    assert "## gmb-text" in (model / "ATTRIBUTION.md").read_text()
    assert "Attribution-ShareAlike" in (model / "LICENSE").read_text()


def test_an_interrupted_training_goes_on_where_it_was(making: Making) -> None:
    broken = making.run("en", "--rehearse", breaks="distill")

    assert broken.returncode == 1
    assert broken.stderr.splitlines()[-1] == (
        "error: distil: its command ended with 5; run the same command again to go on from here"
    )
    making.run("en", "--rehearse", breaks="calibrate")
    before = ["train", "calibrate", "vectors"]
    assert making.commands() == [*before, "distill", "distill", "compress", "calibrate"]
    first, second = making.log.read_text().splitlines()[3:5]
    assert second == f"{first} --resume"
    assert all("--no-report" in line for line in making.log.read_text().splitlines()[:1] + [first])


def test_another_model_is_replaced_only_if_that_is_asked_for(made: Making) -> None:
    output = made.folder / "elsewhere"
    (output / "model").mkdir(parents=True)

    refused = made.run("en-small", "--rehearse", "--output", str(output))

    assert refused.returncode == 1 and not list((output / "model").iterdir())
    assert "has another model; give --overwrite to replace it" in refused.stderr.splitlines()[-1]
    again = made.run("en-small", "--rehearse", "--output", str(output), "--overwrite")
    assert again.returncode == 0, again.stderr
    assert (output / "README.md").is_file()


def test_an_output_of_other_commands_is_not_taken_for_finished(made: Making) -> None:
    receipt = made.folder / "work" / "en-accurate" / "trained.receipt.json"
    before = receipt.read_text()
    receipt.write_text(json.dumps({**json.loads(before), "commands": ["something else"]}))

    ended = made.run("en-small", "--rehearse")

    receipt.write_text(before)
    assert ended.returncode == 1
    assert "was made by other commands" in ended.stderr.splitlines()[-1]


def test_the_words_are_those_of_the_text_and_the_first_of_the_vectors(made: Making) -> None:
    file = made.folder / "work" / "en" / "words" / "words.txt.gz"
    words = gzip.decompress(file.read_bytes()).decode().splitlines()

    assert len(words) == len(set(words)) > 1000
    assert all(word == word.strip() and any(map(str.isalnum, word)) for word in words)
    assert "The" in words and "the" in words and "," not in words


def test_a_student_may_have_no_other_vectors_than_its_teachers(making: Making) -> None:
    ended = making.run("xx", "--rehearse", "--vectors", str(making.folder / "none"))

    assert ended.returncode == 0, ended.stderr
    lines = {line.split()[0]: line for line in making.log.read_text().splitlines()}
    work = making.folder / "work"
    assert "--beside" not in lines["vectors"]
    assert "--max-words 10000000" in lines["vectors"], (
        "those of all languages, not the first 200,000"
    )
    assert f"--vectors {work}/xx/vectors.bin" in lines["distill"]
    words = gzip.decompress((work / "xx" / "words" / "words.txt.gz").read_bytes()).decode().split()
    tokens = {
        line.split("\t")[0]
        for line in (work / "xx" / "corpora" / "wikigold.train.conll").read_text().splitlines()
        if line and not line.startswith("-DOCSTART-") and any(map(str.isalnum, line.split("\t")[0]))
    }
    assert tokens <= set(words) and len(words) == len(set(words))


def test_the_speed_of_an_encoder_is_that_of_sentences_that_it_has_not_seen(
    making: Making,
) -> None:
    report = {**REPORT, "tagger_tokens_per_cpu_s": 1400.0}
    launcher = making.launcher.read_text()
    making.launcher.write_text(launcher.replace(json.dumps(REPORT), json.dumps(report)))

    ended = making.run("en-accurate", "--rehearse")

    assert ended.returncode == 0, ended.stderr
    assert "bench encoder --rounds 1 --model" in making.log.read_text()
    card = making.folder / "work" / "en-accurate" / "model" / "README.md"
    assert "| tokens per CPU-second | 1,400, where" in card.read_text()


def test_word_vectors_that_are_no_text_end_in_one_line(making: Making) -> None:
    vectors = making.folder / "vectors.bin"
    vectors.write_bytes(b"2 1\nAda \xff\xfe\x00\x80\n")

    ended = making.run("en", "--rehearse", "--vectors", str(vectors))

    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1].startswith(f"error: words: {vectors} cannot be read as ")
    assert "Traceback" not in ended.stderr


def test_what_a_model_has_in_common_with_its_teacher_is_made_once(making: Making) -> None:
    assert making.run("en-accurate", "--rehearse").returncode == 0
    teacher = making.commands()

    assert making.run("en", "--rehearse").returncode == 0

    assert making.commands()[len(teacher) :][0] == "vectors"


def test_tells_what_there_is_to_do_and_what_is_missing(making: Making) -> None:
    archives = making.folder / "archives"
    archives.mkdir()

    planned = making.run("en-small", "--rehearse", "--plan")

    assert planned.returncode == 0 and not making.log.exists()
    assert "distil     to do, about 1 min" in planned.stdout
    for arguments, message in (
        (["no-such"], "there is no such recipe; choose of en, en-accurate, en-small, ko, xx, xx-"),
        (["en"], "ARCHIVES is missing"),
        (["en", str(archives)], "teacher: word vectors are missing; give --vectors FILE"),
        (["en", str(archives / "none"), "--vectors", str(SCRIPT)], "none is not there"),
    ):
        ended = making.run(*arguments)
        assert ended.returncode == 1
        assert ended.stderr.startswith("error: ") and message in ended.stderr
        assert len(ended.stderr.splitlines()) == 1


def test_every_recipe_can_be_planned(making: Making) -> None:
    listed = subprocess.run(
        [sys.executable, SCRIPT, "--list"], capture_output=True, text=True, check=False
    )
    names = [line.split()[0] for line in listed.stdout.splitlines()]

    assert names == ["en", "en-accurate", "en-small", "ko", "xx", "xx-accurate"]
    for name in names:
        planned = making.run(name, "--rehearse", "--plan")
        assert planned.returncode == 0, planned.stderr
