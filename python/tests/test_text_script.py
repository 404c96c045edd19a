"""models/text, with archives made here."""

import gzip
import json
import pathlib
import subprocess
import sys
from typing import Any

from test_corpora_script import archive

SCRIPT = pathlib.Path(__file__).parents[2] / "models" / "text"
LONG = "Ada Lovelace wrote the first program for a machine that was never built ."
HELD = "The committee of nine engineers met in Turin on the third day ."
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>Not this.</p></teiHeader><text>
<body><head>Treaties</head><p>In <hi>Ghent</hi>, peace<note>See 4.</note> was
made.</p><figure><head>A map</head></figure></body></text></TEI>"""


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, SCRIPT, *map(str, arguments)], capture_output=True, text=True, check=False
    )


def rows(path: pathlib.Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def archives(folder: pathlib.Path) -> None:
    folder.mkdir()
    train = "# text = x\n1\tAda\tB-PER\n2\tis\tO\n3\there\tO\n4\t,\tO\n5\tit\tO\n6\t's\tO\n7\tlate\tO\n\n"
    archive(folder, "uner-en-ewt-train-draft2022", {"en_ewt-ud-train.iob2": train})
    book = {
        "Geography": {
            "Area": {"text": "total: 652,230 sq km"},
            "Note": {
                "text": "note: <p>the <i>Thames</i> runs through London and past Oxford too.</p>"
            },
        }
    }
    archive(
        folder,
        "raw",
        {
            "gmb-text/SOURCE.md": "public domain",
            "gmb-text/sentences.txt": f"{LONG}\n{LONG.upper()}\n12 34 56 %\n{HELD}\nIt did n't .\n",
            "factbook/SOURCE.md": "CC0",
            "factbook/europe/uk.json": json.dumps(book),
            "state-dept-rdcr/articles/a.xml": TEI,
            "masc/masc_tagged/written/a.txt": "Bo_NNP sings_VBZ ._.",
            "masc/masc_tagged/written/wsj_1.txt": "Not_RB this_DT ._.",
            "wikisplit/test.tsv": "not to be read\t",
            "wikisplit/tune.tsv": "A well - known '' hit '' .\tA hit .",
            "wikinews/data/a.csv": 'url,date,title,text\nx/A_b,1,t,"Friday, May 1, 2020\n\nRain fell."\n',
            "wikitext2/data/valid.txt": " = Crab = \n \n Crabs <unk> . They walk . \n",
            "gap/gap-validation.tsv": "ID\tText\nv-1\tA ``b'' of c.\n",
        },
    )


def test_each_source_is_a_table_of_running_text_without_boilerplate(tmp_path: pathlib.Path) -> None:
    archives(tmp_path / "archives")
    out = tmp_path / "out"

    ended = run(tmp_path / "archives", out)

    assert ended.returncode == 0, ended.stderr
    assert rows(out / "corpus-ewt.jsonl.gz") == [
        {
            "id": "corpus-ewt/00001/00001",
            "source": "corpus-ewt",
            "language": "en",
            "text": "Ada is here, it's late",
        }
    ]
    texts = {
        file.name.removesuffix(".jsonl.gz"): [row["text"] for row in rows(file)]
        for file in out.glob("*.gz")
    }
    assert texts["factbook"] == ["the Thames runs through London and past Oxford too."]
    assert texts["state-dept-rdcr"] == ["Treaties\n\nIn Ghent, peace was made."]
    assert texts["masc"] == ["Bo sings."]
    assert texts["wikisplit"] == ['A well-known "hit".']
    assert texts["wikinews"] == ["Rain fell."]
    assert texts["wikitext2"] == ["They walk."]
    assert texts["gap"] == ['A "b" of c.']
    attribution = (out / "ATTRIBUTION.md").read_text()
    assert "## gmb-text\n\n- public domain\n" in attribution and "## corpus-ewt" in attribution


def test_what_is_repeated_or_measured_with_is_left_out(tmp_path: pathlib.Path) -> None:
    archives(tmp_path / "archives")
    held = tmp_path / "valid.txt"
    words = [
        "Yesterday",
        ",",
        "the",
        "committee",
        "of",
        "nine",
        "engineers",
        "met",
        "in",
        "turin",
        "on",
        "a",
        "hill",
    ]
    held.write_text("-DOCSTART- O\n\n" + "".join(f"{word} O\n" for word in words))

    ended = run(tmp_path / "archives", tmp_path / "out", "--held-out", held)

    assert ended.returncode == 0, ended.stderr
    (row,) = rows(tmp_path / "out" / "gmb-text.jsonl.gz")
    assert row["text"] == f"{LONG[:-2]}.\n\nIt didn't."
    assert "1 repeated, 1 that are measured with, 1 that are no running text" in ended.stdout


def test_long_documents_are_rows_of_at_most_four_thousand_characters(
    tmp_path: pathlib.Path,
) -> None:
    more = tmp_path / "more" / "raw"
    more.mkdir(parents=True)
    (tmp_path / "archives").mkdir()
    paragraphs = [f"Chapter {i} tells of Ada and of {'ever ' * 60}more of her." for i in range(20)]
    book = {"id": "b", "source": "x", "text": "\n\n".join(["[A Book]", *paragraphs, "THE END"])}
    with gzip.open(more / "public-domain.jsonl.gz", "wt") as file:
        file.write(json.dumps(book) + "\n")
    archive(tmp_path / "archives", "raw", {"x": ""})

    assert run(tmp_path / "archives", tmp_path / "out", "--more", tmp_path / "more").returncode == 0

    found = rows(tmp_path / "out" / "books.jsonl.gz")
    assert [row["id"] for row in found] == ["b#1", "b#2"]
    assert all(len(row["text"]) <= 4050 for row in found)
    assert "\n\n".join(row["text"] for row in found) == "\n\n".join(paragraphs)


def test_a_share_of_all_sources_but_those_that_are_named(tmp_path: pathlib.Path) -> None:
    archives(tmp_path / "archives")
    out = tmp_path / "out"

    ended = run(
        tmp_path / "archives", out, "--share", "0", "--share", "gap=1", "--share", "corpus-ewt=1"
    )

    assert ended.returncode == 0, ended.stderr
    assert sorted(path.name for path in out.iterdir()) == [
        "ATTRIBUTION.md",
        "corpus-ewt.jsonl.gz",
        "gap.jsonl.gz",
    ]
    refused = run(tmp_path / "archives", tmp_path / "none", "--share", "ewt=1")
    assert "--share ewt: there is no such source; choose of books, corpus-" in refused.stderr


def test_the_same_archives_give_the_same_bytes(tmp_path: pathlib.Path) -> None:
    archives(tmp_path / "archives")

    for name in ("one", "two"):
        assert run(tmp_path / "archives", tmp_path / name).returncode == 0

    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == sorted(path.name for path in (tmp_path / "two").iterdir())
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_says_in_one_line_what_is_wrong(tmp_path: pathlib.Path) -> None:
    made = tmp_path / "archives"
    made.mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("")
    for arguments, message in (
        ([tmp_path / "none", tmp_path / "out"], "there is no such folder"),
        ([made, tmp_path / "out"], "found no text there"),
        ([made, tmp_path / "full"], "is not empty"),
        ([made, tmp_path / "out", "--languages", "xy"], "there is no corpus of it"),
        ([made, tmp_path / "out", "--held-out", tmp_path / "none"], "cannot be read"),
    ):
        ended = run(*arguments)
        assert ended.returncode == 1
        assert ended.stderr.startswith("error: ") and message in ended.stderr
        assert len(ended.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()
