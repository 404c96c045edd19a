"""models/corpora --languages, with archives made here."""

import gzip
import io
import json
import pathlib
import zipfile

from test_corpora_script import DOCUMENT, archive, run

IOB2 = "# sent_id = 1\n1\tAda\tB-PER\t-\n2\ti\tB-O\t-\n3\tMålle\tB-OTH\t-\n\n"


def zipped(name: str, text: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as folder:
        folder.writestr(name, text)
    return data.getvalue()


def avro(document: str, text: str, *mentions: tuple[int, int, str]) -> str:
    marks = [{"span": {"start": b, "end": e}, "type": kind} for b, e, kind in mentions]
    return json.dumps(
        {"id": document, "text": {"string": text}, "conceptMentions": {"array": marks}}
    )


def archives(folder: pathlib.Path) -> None:
    folder.mkdir()
    archive(folder, "uner-da", {"da_ddt-ud-train.iob2": IOB2, "da_ddt-ud-dev.iob2": IOB2, "x": ""})
    dev = {"nob_norne-ud-dev.iob2": IOB2, "nno_norne-ud-dev.iob2": IOB2}
    archive(folder, "uner-no-dev", dev)
    rows = "# global.columns = FORM\nAda\tAda\tPROPN\t_\t_\tB-PER\tAda\n#\t#\tX\t_\t_\tV\t#\n"
    archive(
        folder,
        "hu-nerkor",
        {f"data/{part}/web/w1.conllup": rows for part in ("train", "devel", "test")},
    )
    archive(
        folder,
        "sv-webbnyheter",
        {"train_corpus.txt": "Ada\tPER\nLovelace\tPER\ni   0\n\n" * 501},
    )
    sample = {
        "curid": "7",
        "text": "東京へ",
        "entities": [{"name": "東京", "span": [0, 2], "type": "地名"}],
    }
    articles = [dict(sample, curid=str(i)) for i in range(40)]
    archive(folder, "ja-stockmark", {"ner.json": json.dumps(articles)})
    lower = "# id 1\tdomain=train\nada _ _ B-PER\nsings _ _ O\n"
    archive(
        folder,
        "multiconer-v1",
        {
            "data/ES-Spanish/es_train.conll": lower,
            "data/ES-Spanish/es_dev.conll": lower,
            "data/DE-German/de_train.conll": lower,
            "data/DE-German/de_dev.conll": lower,
        },
    )


def test_reads_each_language_and_declares_it_by_itself_and_with_the_others(
    tmp_path: pathlib.Path,
) -> None:
    archives(tmp_path / "archives")
    out = tmp_path / "out"

    ended = run(tmp_path / "archives", out, "--languages", "hu,da,sv,ja,de,es,no")

    assert ended.returncode == 0, ended.stderr
    assert (out / "da-uner.train.conll").read_text() == "Ada\tB-PER\ni\tO\nMålle\tB-OTH\n\n"
    assert (out / "hu-nerkor.valid.conll").read_text() == f"{DOCUMENT}Ada\tB-PER\n#\tO\n\n"
    assert (
        (out / "sv-webbnyheter.train.conll").read_text().startswith("Ada\tI-PER\nLovelace\tI-PER\n")
    )
    assert (out / "nb-uner.measure.conll").read_text() == "Ada\tB-PER\ni\tO\nMålle\tO\n\n"
    everything = (out / "corpora.conf").read_text()
    assert "language = da" in everything and '"地名" = LOC' in everything
    assert "nb-uner" not in everything
    assert "weight = 0.2" in everything and "weight" not in (out / "es.conf").read_text()
    assert "da-uner" in (out / "da.conf").read_text() and "hu-" not in (out / "da.conf").read_text()
    assert not (out / "en.conf").exists() and not (out / "no.conf").exists()


def test_keeps_a_tenth_to_validate_on_where_upstream_has_no_part_for_it(
    tmp_path: pathlib.Path,
) -> None:
    archives(tmp_path / "archives")
    out = tmp_path / "out"

    assert run(tmp_path / "archives", out, "--languages", "sv,ja").returncode == 0

    swedish = [
        (out / f"sv-webbnyheter.{part}.conll").read_text().count("\n\n")
        for part in ("train", "valid")
    ]
    assert swedish == [451, 50]
    japanese = [
        len((out / f"ja-stockmark.{part}" / "samples.jsonl").read_text().splitlines())
        for part in ("train", "valid")
    ]
    assert sum(japanese) == 40 and 0 < japanese[1] < 12


def test_german_documents_are_apart_and_lose_what_is_no_name(tmp_path: pathlib.Path) -> None:
    made = tmp_path / "archives"
    made.mkdir()
    emoji = "\N{GRINNING FACE} Ada in Ulm"
    news = "Die Gruppe aus dänischen Orten"
    train = (
        avro("1", "Beides")
        + "\n"
        + avro("2", emoji, (3, 6, "person"), (10, 13, "location-city"))
        + avro("3", news, (4, 10, "organization-company"), (15, 24, "location"))
    )
    archive(
        made,
        "de-smartdata",
        {
            "v1_20180119/train.json.gz": gzip.compress(train.encode()),
            "v3_20200302/dev.json.gz": gzip.compress(avro("1", "Beides").encode()),
        },
    )

    ended = run(made, tmp_path / "out", "--languages", "de")

    assert ended.returncode == 0, ended.stderr
    lines = (tmp_path / "out" / "de-smartdata.train" / "samples.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == [
        {
            "text": emoji,
            "spans": [
                {"start": 2, "end": 5, "label": "PERSON"},
                {"start": 9, "end": 12, "label": "LOCATION_CITY"},
            ],
        },
        {"text": news, "spans": []},
    ]


def test_romanian_persons_are_names_and_its_second_version_is_for_validation(
    tmp_path: pathlib.Path,
) -> None:
    made = tmp_path / "archives"
    made.mkdir()
    first = (
        "1\tjucători\t_\t_\t_\t_\t_\t_\t_\t_\tB-PERSON\n2\tca\t_\t_\t_\t_\t_\t_\t_\t_\tO\n"
        "3\tdoamna\t_\t_\t_\t_\t_\t_\t_\t_\tB-PERSON\n4\tAda\t_\t_\t_\t_\t_\t_\t_\t_\tI-PERSON\n\n"
    )
    second = [{"tokens": ["Ada", "în", "Sibiu"], "ner_tags": ["B-PERSON", "O", "B-GPE"]}]
    archive(
        made,
        "ro-ronec",
        {
            "ronec_v1/zips/ronec_iob.zip": zipped("ronec_iob.conllup", first),
            "data/valid.json": json.dumps(second).encode(),
        },
    )

    assert run(made, tmp_path / "out", "--languages", "ro").returncode == 0

    train = (tmp_path / "out" / "ro-ronec.train.conll").read_text()
    assert train == "jucători\tO\nca\tO\ndoamna\tO\nAda\tB-PERSON\n\n"
    valid = (tmp_path / "out" / "ro-ronec.valid.conll").read_text()
    assert valid == "Ada\tB-PERSON\nîn\tO\nSibiu\tB-GPE\n\n"


def test_a_language_without_a_corpus_is_refused(tmp_path: pathlib.Path) -> None:
    ended = run(tmp_path, tmp_path / "out", "--languages", "de,xy")

    assert ended.returncode == 1 and len(ended.stderr.splitlines()) == 1
    assert "--languages xy: there is no corpus of it; choose of en, hu" in ended.stderr
