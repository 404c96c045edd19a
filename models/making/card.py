"""The card of a model: what it is for, what it learned from, how well it does, how it was made."""
import dataclasses
import json
import pathlib
import re

from .corpora import languages_of
from .failure import fail

SPELLED = {"lower": "lower case", "upper": "ALL CAPS", "noisy": "noise"}
NAME = re.compile(r"## (.+)")


@dataclasses.dataclass(frozen=True)
class Evidence:
    """The folder of what `evaluate` and `bench` printed, receipts of the stages, and the sources' licences."""

    evaluation: pathlib.Path
    receipts: list
    attribution: pathlib.Path


def written(model, recipe, evidence):
    """The card as Markdown. `model` is the directory of the saved model, with its log if it has one."""
    manifest = _json(model / "model/manifest.json")
    reports = {path.stem: _json(path) for path in sorted(evidence.evaluation.glob("*.json"))}
    speed, start = reports.pop("speed", {}), reports.pop("start", {})
    plain = {name: report for name, report in reports.items() if "." not in name}
    spelled = {name: report for name, report in reports.items() if "." in name}
    if not plain:
        fail(f"{evidence.evaluation}: found no report of evaluate; make that stage again")
    parts = [
        f"# {recipe.name}\n\n{recipe['title']}.\n",
        _purpose(recipe, manifest),
        _scores(plain, recipe["types"]),
        _spellings(plain, spelled),
        _calibration(plain),
        _speed(model, speed, start),
        _failures(recipe, plain),
        _data(recipe, manifest, evidence.attribution),
        _making(recipe, manifest, model, evidence.receipts),
    ]
    return "\n".join(part for part in parts if part)


def _json(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as e:
        fail(f"{path}: cannot be read ({e}); make the stage that writes it again")


def _table(head, rows, numbers=1):
    """A table whose columns from `numbers` on are figures."""
    marks = ["---"] * numbers + ["---:"] * (len(head) - numbers)
    lines = [head, marks, *rows]
    return "".join("| " + " | ".join(map(str, line)) + " |\n" for line in lines)


def _figure(report, key):
    value = report.get(key)
    return "–" if value is None else f"{value:.1f}"


def _languages(given):
    codes = sorted(languages_of(given))
    return f"{'Language' if len(codes) == 1 else 'Languages'}: {', '.join(codes)}."


def _purpose(recipe, manifest):
    types = sorted({label.partition("-")[2] for label in manifest["labels"] if "-" in label})
    return (
        f"It finds {', '.join(types)} in text. {_languages(recipe['languages'])}\n\n"
        f"```\necho \"Ada Lovelace was born in London.\" | bin/spark-ner try --model {recipe.name}\n```\n"
    )


def _scores(plain, types):
    rows = []
    for name, report in plain.items():
        by_type = report.get("types", {})
        rows.append([
            name, f"{report['sentences']:,}", f"{report['tokens']:,}", _figure(report, "precision"),
            _figure(report, "recall"), f"**{_figure(report, 'f1')}**",
            f"{_figure(report, 'f1_low')}–{_figure(report, 'f1_high')}",
            *(_figure(by_type.get(kind, {}), "f1") for kind in types)])
    return (
        "## Scores\n\nExact spans and types on data that it did not learn from: parts for development, on some of which"
        " the best epoch was chosen. No test data was looked at.\n\n"
        + _table(["data", "sentences", "tokens", "precision", "recall", "F1", "95 % interval",
                  *(f"{kind} F1" for kind in types)], rows)
    )


def _spellings(plain, spelled):
    if not spelled:
        return ""
    hows = [how for how in SPELLED if any(name.endswith(f".{how}") for name in spelled)]
    rows = []
    for name, report in plain.items():
        row = [name, _figure(report, "f1")]
        for how in hows:
            other = spelled.get(f"{name}.{how}")
            row.append("–" if other is None else f"{other['f1']:.1f} ({other['f1'] - report['f1']:+.1f})")
        rows.append(row)
    return "## Other spellings\n\nF1 of the same data as it is written, and with all of it respelled.\n\n" + _table(
        ["data", "as written", *(SPELLED[how] for how in hows)], rows)


def _calibration(plain):
    rows = [
        [name, f"{report['reliability']['expected_calibration_error']:.3f}"]
        for name, report in plain.items() if "reliability" in report
    ]
    if not rows:
        return ""
    return ("## Calibration\n\nThe confidence of an entity is meant as the probability that it is right. This is the"
            " expected calibration error, from 0 (exact) to 1, for each of the data.\n\n"
            + _table(["data", "ECE"], rows))


def _speed(model, speed, start):
    size = sum(path.stat().st_size for path in (model / "model").iterdir())
    rows = [["size on disk", f"{size / 1e6:.1f} MB"]]
    tokens = speed.get("tagger_tokens_per_cpu_s", speed.get("tokens_per_cpu_s"))
    if tokens is not None:
        gemm = speed.get("gemm_gflops")
        beside = f", where a core's matrix products reach {gemm:.0f} GFLOP/s" if gemm else ""
        rows.append(["tokens per CPU-second", f"{tokens:,.0f}{beside}"])
    if "load_s" in start:
        rows.append(["time to load", f"{start['load_s']:.2f} s"])
    if "peak_rss_mb" in start:
        rows.append(["memory of a JVM that tags", f"{start['peak_rss_mb']:,.0f} MB"])
    return ("## Speed and size\n\nMeasured when the model was made, on one thread; other machines and minutes give other"
            " figures.\n\n" + _table(["", ""], rows, 2))


def _failures(recipe, plain):
    told = "".join(f"- {text}\n" for text in recipe.get("known-failures", []))
    missed, spurious, confused = {}, {}, {}
    for report in plain.values():
        confusion = report.get("confusion", {})
        _sum(missed, confusion.get("missed", {}))
        _sum(spurious, confusion.get("spurious", {}))
        for gold, found in confusion.get("matched", {}).items():
            for kind, count in found.items():
                if kind != gold:
                    confused[f"{gold} taken for {kind}"] = confused.get(f"{gold} taken for {kind}", 0) + count
    kinds = [(f"{kind} missed", count) for kind, count in missed.items()]
    kinds += [(f"{kind} where there is nothing", count) for kind, count in spurious.items()]
    kinds += list(confused.items())
    rows = [[kind, f"{count:,}"] for kind, count in sorted(kinds, key=lambda each: (-each[1], each[0]))[:8] if count]
    if not told and not rows:
        return ""
    table = "\nThe most frequent errors on all of the data above; wrong boundaries are not among them.\n\n"
    return "## Known failures\n\n" + told + (table + _table(["error", "count"], rows) if rows else "")


def _sum(total, counts):
    for kind, count in counts.items():
        total[kind] = total.get(kind, 0) + count


def _data(recipe, manifest, attribution):
    training = manifest["training"]
    text = attribution.read_text(encoding="utf-8")
    sources = []
    for section in re.split(r"(?m)^(?=## )", text)[1:]:
        lines = section.strip().splitlines()
        name = NAME.fullmatch(lines[0]).group(1)
        told = [line.removeprefix("- ") for line in lines[1:] if line.startswith("- ")]
        licence = next((line.partition(":")[2].strip() for line in told if line.startswith("licence:")),
                       told[0] if told else "")
        sources.append([name, licence.replace("|", "/")])
    taught = (
        f" It was distilled: its teacher, `{recipe.teacher.name}`, tagged raw text, whose sources are in"
        " `ATTRIBUTION.md` too." if recipe.distilled else ""
    )
    share_alike = [name for name, licence in sources if "BY-SA" in licence]
    named = (f"\nThese are share-alike (CC BY-SA): {', '.join(share_alike)}. The model is given under the licence in"
             " `LICENSE`.\n" if share_alike else "")
    return (
        f"## Data and licences\n\nIt learned from {training['trainingSentences']:,} sentences,"
        f" {training['trainingTokens']:,} tokens, of the sources below; `ATTRIBUTION.md` has them in full.{taught}"
        f" CoNLL-2003 is not among them.\n\n{_table(['source', 'licence'], sources, 2)}{named}"
    )


def _making(recipe, manifest, model, receipts):
    training = manifest["training"]
    lines = [f"`models/make {recipe.name} ARCHIVES` made it, by these commands. The same data give the same model on"
             " machines of one kind.\n", "```"]
    seconds = 0.0
    for receipt in receipts:
        if receipt.is_file():
            made = json.loads(receipt.read_text(encoding="utf-8"))
            seconds += made["cpu_seconds"]
            lines += made["commands"] if made["stage"] != "evaluate" else made["commands"][:1] + ["…"]
    lines += ["```", ""]
    best = f"epoch {training['epoch']}"
    metrics = training.get("metrics", {})
    if "valid_f1" in metrics:
        best += f", F1 {metrics['valid_f1']:.2f} on all data for development"
    lines.append(f"Best epoch: {best}; seed {training['seed']}. The stages took {seconds / 60:,.0f} CPU-minutes."
                 f" Software: {', '.join(f'{name} {version}' for name, version in manifest['software'].items())}.")
    log = model / "training.jsonl"
    if log.is_file():
        epochs = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line]
        rows = [[each["epoch"], f"{each['valid_f1']:.2f}"] for each in epochs
                if each.get("event") == "epoch" and "valid_f1" in each]
        if rows:
            lines += ["", _table(["epoch", "F1"], rows).rstrip("\n")]
    return "## How it was made\n\n" + "\n".join(lines) + "\n"
