"""models/corpora, with archives made here."""

import io
import json
import pathlib
import subprocess
import sys
import tarfile
from collections.abc import Mapping

SCRIPT = pathlib.Path(__file__).parents[2] / "models" / "corpora"
SOURCE = "source: a repository\nlicence: CC BY 4.0\n"


def archive(folder: pathlib.Path, name: str, files: Mapping[str, str | bytes]) -> None:
    with tarfile.open(folder / f"{name}.tar.xz", "w:xz") as tar:
        for path, text in {"SOURCE.md": SOURCE, **files}.items():
            content = text if isinstance(text, bytes) else text.encode()
            member = tarfile.TarInfo(f"{name}/{path}")
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))


DOCUMENT = "-DOCSTART-\tO\n\n"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, SCRIPT, *map(str, arguments)], capture_output=True, text=True, check=False
    )


def archives(folder: pathlib.Path) -> None:
    archive(
        folder,
        "uner-en-ewt-train-draft2022",
        {
            "en_ewt-ud-train.iob2": "# newdoc id = a\n# sent_id = 1\n1\tAda\tB-PER\t-\tx\n2\twaits\tO\n3\t.\tB-O\t-\tx\n\n"
        },
    )
    document = {
        "sents": [["A", "French", "bank", "in", "Paris", "Bank"]],
        "vertexSet": [
            [{"sent_id": 0, "pos": [1, 2], "type": "LOC", "name": "French"}],
            [{"sent_id": 0, "pos": [4, 6], "type": "ORG", "name": "Paris Bank"}],
            [{"sent_id": 0, "pos": [4, 5], "type": "LOC", "name": "Paris"}],
        ],
    }
    archive(
        folder,
        "re-docred",
        {
            "data/dev_revised.json": json.dumps([document]),
            "data/test_revised.json": json.dumps([{"sents": [["Oui"]], "vertexSet": []}]),
        },
    )
    nationality = {
        "noun": {"text": "Frenchman(men), Frenchwoman(women)"},
        "adjective": {"text": "French"},
    }
    archive(
        folder,
        "raw",
        {
            "factbook/europe/fr.json": json.dumps(
                {
                    "People and Society": {"Nationality": nationality},
                    "Government": {"Country name": {"conventional short form": {"text": "France"}}},
                }
            )
        },
    )
    archive(
        folder,
        "litbank",
        {
            "coref/brat/a_brat.txt": "Mr. Bennet met the Captain .\nElizabeth laughed .\n",
            "coref/brat/a_brat.ann": "T1\tPROP_PER 0 10\tMr. Bennet\nT2\tPROP_PER 15 26\tthe Captain\n"
            "T3\tPROP_PER 29 38\tElizabeth\nT4\tNOM_PER 0 3\tMr.\nT5\tgroup-0 0 3\tMr.\n",
        },
    )
    sample = {
        "full_text": "I am Ada.",
        "masked": "I am {{name}}.",
        "spans": [{"entity_type": "PERSON", "start_position": 5, "end_position": 8}],
    }
    address = {
        "full_text": "1 Rue",
        "masked": "{{a}}",
        "spans": [{"entity_type": "ADDRESS", "start_position": 0, "end_position": 5}],
    }
    archive(folder, "presidio-synth", {"data/a.json": json.dumps([sample] * 7 + [address])})


def test_mends_each_corpus_and_declares_it(tmp_path: pathlib.Path) -> None:
    made = tmp_path / "archives"
    made.mkdir()
    archives(made)
    out = tmp_path / "out"

    ended = run(made, out)

    assert ended.returncode == 0, ended.stderr
    assert (out / "ewt.train.conll").read_text() == DOCUMENT + "Ada\tB-PER\nwaits\tO\n.\tO\n\n"
    assert (out / "redocred.train.conll").read_text() == (
        f"{DOCUMENT}A\tO\nFrench\tB-MISC\nbank\tO\nin\tO\nParis\tB-ORG\nBank\tI-ORG\n\n"
        f"{DOCUMENT}Oui\tO\n\n"
    )
    assert (out / "litbank.train.conll").read_text() == (
        f"{DOCUMENT}Mr.\tO\nBennet\tB-PER\nmet\tO\nthe\tO\nCaptain\tO\n.\tO\n\nElizabeth\tB-PER\nlaughed\tO\n.\tO\n\n"
    )
    lines = (out / "presidio.train" / "samples.jsonl").read_text().splitlines()
    assert len(lines) == 5
    assert json.loads(lines[0])["spans"] == [{"start": 5, "end": 8, "label": "PERSON"}]
    conf = (out / "corpora.conf").read_text()
    assert "OTH = O" in conf and "# licence: CC BY 4.0" in conf and "weight = 0.3" in conf
    assert "## redocred" in (out / "ATTRIBUTION.md").read_text()
    assert "1 tags B-O are read as O" in ended.stdout
    assert "1 mentions of 1 nationalities, marked LOC, are MISC" in ended.stdout
    assert "gum: " in ended.stdout and "left out" in ended.stdout


def test_the_same_archives_give_the_same_bytes_and_validation_is_kept_apart(
    tmp_path: pathlib.Path,
) -> None:
    made = tmp_path / "archives"
    made.mkdir()
    archives(made)
    more = tmp_path / "more"
    (more / "btc").mkdir(parents=True)
    known = "".join(f"{word} O\n" for word in ["one", "two", "three", "four", "five", "six"])
    account = "@ O\nada B-PER\n: O\n@ O\nnoon O\n\n"
    (more / "btc" / "train.conll").write_text(f"{known}\n{account}")
    (more / "btc" / "dev.conll").write_text(f"{known}\n{account}")

    for name in ("one", "two"):
        assert run(made, tmp_path / name, "--more", more).returncode == 0

    files = sorted(
        path.relative_to(tmp_path / "one")
        for path in (tmp_path / "one").rglob("*")
        if path.is_file()
    )
    assert files
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    trained = (tmp_path / "one" / "btc.train.conll").read_text()
    assert trained == "@\tB-PER\nada\tB-PER\n:\tO\n@\tO\nnoon\tO\n\n"
    assert (tmp_path / "one" / "btc.valid.conll").read_text().endswith(account.replace(" ", "\t"))
    conf = (tmp_path / "one" / "corpora.conf").read_text()
    assert "# 1 signs @ before a name are labelled like it" in conf


def test_a_share_of_a_source_is_every_so_many_of_its_documents(tmp_path: pathlib.Path) -> None:
    made = tmp_path / "archives"
    made.mkdir()
    archives(made)
    more = tmp_path / "more"
    for name, file in (("btc", "train.conll"), ("wikigold", "wikigold.conll.txt")):
        (more / name).mkdir(parents=True)
        (more / name / file).write_text("".join(f"{name}{i} O\n\n" for i in range(5)))
    out = tmp_path / "out"

    ended = run(
        *(made, out, "--more", more, "--share", "btc=0.4", "--share", "presidio=0"),
        *("--share", "litbank=1"),
    )

    assert ended.returncode == 0, ended.stderr
    assert (out / "btc.train.conll").read_text() == "btc2\tO\n\nbtc4\tO\n\n"
    assert (out / "wikigold.train.conll").read_text().count("\n\n") == 5
    conf = (out / "corpora.conf").read_text()
    assert "a part of 0.4 of its documents" in conf
    assert "presidio" not in conf and not (out / "presidio.train").exists()
    # What is named counts fully.
    assert "weight" not in conf
    for share, message in (
        ("bct=0.4", "--share bct: there is no such source; choose of btc, ewt, "),
        ("btc=2", "--share btc=2: needs NAME=PART or PART, a number from 0 to 1"),
        ("btc", "--share btc: needs NAME=PART"),
    ):
        refused = run(made, tmp_path / "none", "--share", share)
        assert refused.returncode == 1 and message in refused.stderr


def test_adds_sentences_with_places_that_no_comma_parts(tmp_path: pathlib.Path) -> None:
    made = tmp_path / "archives"
    made.mkdir()
    more = tmp_path / "more"
    (more / "wikigold").mkdir(parents=True)
    inside = "of O\nQuincy B-LOC\n, O\nIllinois B-LOC\n. O\n\n"
    # The last of three, and two of a list.
    others = "Oslo B-LOC\n, O\nRome B-LOC\nand O\nBonn B-LOC\n\nA B-LOC\n, O\nB B-PER\n\n"
    text = f"in O\n{inside}{others}Bath B-LOC\n, O\nKent B-LOC\n, O\nUK B-LOC\n\n"
    (more / "wikigold" / "wikigold.conll.txt").write_text(text)
    archives(made)

    plain = run(made, tmp_path / "plain", "--more", more)
    ended = run(made, tmp_path / "out", "--more", more, "--side-by-side")

    assert plain.returncode == 0 and ended.returncode == 0, ended.stderr
    same = (tmp_path / "plain" / "wikigold.train.conll").read_text()
    assert same == text.replace(" ", "\t")
    assert (tmp_path / "out" / "wikigold.train.conll").read_text() == (
        f"{same}in\tO\nof\tO\nQuincy\tB-LOC\nIllinois\tB-LOC\n.\tO\n\n"
    )
    assert "1 sentences once more, without the comma between two places" in ended.stdout


def test_says_in_one_line_what_is_wrong(tmp_path: pathlib.Path) -> None:
    made = tmp_path / "archives"
    made.mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("")
    for arguments, message in (
        ([tmp_path / "none", tmp_path / "out"], "there is no such folder"),
        ([made, tmp_path / "out"], "found none of the archives"),
        ([made, tmp_path / "full"], "is not empty"),
    ):
        ended = run(*arguments)
        assert ended.returncode == 1
        assert ended.stderr.startswith("error: ") and message in ended.stderr
        assert len(ended.stderr.splitlines()) == 1
    (made / "litbank.tar.xz").write_bytes(b"no archive")
    ended = run(made, tmp_path / "out")
    assert "litbank.tar.xz: cannot be read" in ended.stderr and len(ended.stderr.splitlines()) == 1
    archive(made, "litbank", {"other": ""})
    assert "is not the archive that this script knows" in run(made, tmp_path / "out").stderr
