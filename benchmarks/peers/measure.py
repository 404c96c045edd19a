"""Measures named-entity taggers of others beside models of Spark NER on labelled sentences.

  benchmarks/peers/run --data news=dev.conll --data web=ewt.iob2 [--model en=models/en]... --output DIR

All of them get the tokens of the files, as they are written, in lower case, and in capitals; exact chunks of
PER, LOC and ORG count. Labels are mapped to these: PERSON; GPE, LOCATION and FAC; ORGANIZATION, group and
corporation; others stand for no entity, in the files as in what is found. Of what spaCy finds, a determiner at the
beginning and a possessive at the end are cut off, for its corpus marks them and most do not.

DIR then contains peers.md, a table, and peers.json. Taggers of others are fetched from Python's and Maven's
indexes when they are first asked for; their digests are checked. Speed is tokens per CPU-second, one thread, the
median of the rounds, without the start; of Spark NER it is that of `bench engine`.
"""
import argparse
import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

from labelled import CASES, HOME, TYPES, read, scores
from making.files import NewDirectory, require_empty, write
from taggers import PEERS, Failure

LAUNCHER = HOME / "bin/spark-ner"


def options(arguments):
    """What is asked for."""
    parser = argparse.ArgumentParser(
        prog="benchmarks/peers/run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", action="append", required=True, metavar="NAME=FILE", help="labelled sentences")
    parser.add_argument("--model", action="append", default=[], metavar="NAME=PATH", help="a model of Spark NER")
    parser.add_argument("--peers", default=",".join(PEERS), metavar="NAMES",
                        help=f"taggers of others, of {', '.join(PEERS)} (all), or none")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="rounds of speed (3)")
    parser.add_argument("--output", type=pathlib.Path, required=True, metavar="DIR", help="the directory to write")
    parser.add_argument("--packages", type=pathlib.Path, default=HOME / "benchmarks/target/peers/packages",
                        help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def pairs(given, option):
    """NAME=VALUE, by name."""
    found = {}
    for text in given:
        name, mark, value = text.partition("=")
        if not mark or not name or not value:
            raise Failure(f"{option} {text}: found no NAME=VALUE; name it, as in {option} news={text or 'FILE'}")
        if name in found:
            raise Failure(f"{option} {text}: the name {name} is given twice; name it otherwise")
        found[name] = value
    return found


def gemm_gflops():
    """The rate of this machine's products of matrices in one thread, in GFLOP/s."""
    import numpy

    size = 1024
    left = numpy.ones((size, size), numpy.float32)
    best = 0.0
    for _ in range(8):
        begin = time.process_time()
        left @ left
        best = max(best, 2 * size**3 / (time.process_time() - begin) / 1e9)
    return round(best, 1)


def measured(tagger, sets, rounds):
    """The scores of a tagger by set and case, and its tokens per CPU-second."""
    by_set = {}
    for name, sentences in sets.items():
        by_set[name] = {}
        for case in CASES:
            cased = [sentence.cased(case) for sentence in sentences]
            by_set[name][case] = scores(cased, tagger.tag(cased)[0])
    everything = [sentence for sentences in sets.values() for sentence in sentences]
    tokens = sum(len(sentence.tokens) for sentence in everything)
    speeds = [tokens / tagger.tag(everything)[1] for _ in range(rounds)]
    return {
        "title": tagger.title, "sets": by_set, "tokens_per_cpu_s": round(statistics.median(speeds)),
        "all_tokens_per_cpu_s": [round(speed) for speed in speeds], "gemm_gflops": gemm_gflops(),
    }


def last_json(command):
    """The object that is the last line of what a command prints."""
    run = subprocess.run([*map(str, command)], capture_output=True, encoding="utf-8", check=False)
    if run.returncode != 0:
        errors = [line for line in run.stderr.splitlines() if line.startswith("error: ")]
        raise Failure(f"{' '.join(map(str, command[:4]))}: {(errors or ['no message'])[-1]}")
    return json.loads(run.stdout.strip().splitlines()[-1])


def own(name, path, sets, folder):
    """The same of a model of Spark NER, by its own commands."""
    by_set = {}
    for each, sentences in sets.items():
        by_set[each] = {}
        for case in CASES:
            file = folder / f"{each}.{case.replace(' ', '-')}.conll"
            write(file, "".join(sentence.cased(case).lines() for sentence in sentences))
            report = last_json([LAUNCHER, "evaluate", "--model", path, "--data", file, "--types", ",".join(TYPES),
                                "--json"])
            gold = {kind: sum(entity[2] == kind for s in sentences for entity in s.entities) for kind in TYPES}
            by_set[each][case] = {
                "all": {**_scores(report), "gold": sum(gold.values())},
                **{kind: {**_scores(report["types"].get(kind, {})), "gold": gold[kind]} for kind in TYPES},
            }
            file.unlink()
    speed = last_json([LAUNCHER, "bench", "engine", "--model", path, "--json"])
    return {"title": f"Spark NER {name}", "sets": by_set, "tokens_per_cpu_s": round(speed["tokens_per_cpu_s"]),
            "gemm_gflops": round(speed["gemm_gflops"], 1)}


def _scores(report):
    return {key: report.get(key) or 0.0 for key in ("precision", "recall", "f1")}


def table(results):
    """The figures as Markdown: a row a tagger, and F1 of each set as it is, in lower case and in capitals."""
    names = list(next(iter(results.values()))["sets"])
    lines = ["F1 of exact chunks of PER, LOC and ORG: as written / in lower case / in capitals.", ""]
    lines.append("| | " + " | ".join(names) + " | tokens per CPU-second |")
    lines.append("|---" * (len(names) + 2) + "|")
    for result in results.values():
        cells = [" / ".join(f"{result['sets'][name][case]['all']['f1']:.1f}" for case in CASES) for name in names]
        lines.append(f"| {result['title']} | " + " | ".join(cells) + f" | {result['tokens_per_cpu_s']:,} |")
    lines += ["", "F1 by type, as written: PER / LOC / ORG.", ""]
    lines.append("| | " + " | ".join(names) + " |")
    lines.append("|---" * (len(names) + 1) + "|")
    for result in results.values():
        cells = [
            " / ".join(f"{result['sets'][name]['as it is'][kind]['f1']:.1f}" for kind in TYPES) for name in names]
        lines.append(f"| {result['title']} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def processor():
    """The processor's name, where the system tells it."""
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return "unknown"


def main(arguments=None):
    """Measures and writes; ends with one line where it cannot."""
    given = options(arguments)
    try:
        chosen = [] if given.peers == "none" else given.peers.split(",")
        for name in chosen:
            if name not in PEERS:
                raise Failure(f"--peers {name}: there is no such tagger; choose of {', '.join(PEERS)}")
        if given.rounds < 1:
            raise Failure(f"--rounds {given.rounds}: at least one is needed")
        if not require_empty(given.output):
            raise Failure(f"{given.output}: is not empty; give another directory")
        sets = {name: read(path) for name, path in pairs(given.data, "--data").items()}
        models = pairs(given.model, "--model")
        if not chosen and not models:
            raise Failure("nothing is to be measured; give --model NAME=PATH or --peers NAMES")
        results = {}
        with NewDirectory(given.output) as folder:
            for name, path in models.items():
                print(f"measuring {name}", file=sys.stderr, flush=True)
                results[name] = own(name, path, sets, folder)
            for name in chosen:
                print(f"measuring {name}", file=sys.stderr, flush=True)
                tagger = PEERS[name]()
                tagger.prepare(given.packages)
                results[name] = measured(tagger, sets, given.rounds)
            report = {
                "date": datetime.date.today().isoformat(), "processor": processor(), "load": os.getloadavg()[0],
                "sets": {name: {"sentences": len(s), "tokens": sum(len(each.tokens) for each in s),
                                "entities": sum(len(each.entities) for each in s)} for name, s in sets.items()},
                "taggers": results,
            }
            write(folder / "peers.json", json.dumps(report, indent=1) + "\n")
            write(folder / "peers.md", table(results))
    except (Failure, ValueError, OSError) as e:
        sys.exit(f"error: {e}")
    print(table(results))
    print(f"written: {given.output}/peers.md")


if __name__ == "__main__":
    main()
