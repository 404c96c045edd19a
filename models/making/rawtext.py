"""Readers of openly licensed text: for each source its documents, as lists of paragraphs or sentences."""
import csv
import gzip
import html
import io
import json
import re
import xml.etree.ElementTree as xml

from .archive import is_test
from .failure import fail
from .spacing import joined
from .texts import grouped

TEI = "{http://www.tei-c.org/ns/1.0}"
# Of a TEI document what is neither running text nor part of it.
TEI_ASIDE = {"note", "figure", "table", "bibl", "listBibl", "graphic", "dateline", "byline", "signed"}
TEI_BLOCKS = {"p", "item", "head", "q"}
DATELINE = re.compile(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \w+ \d+, \d{4}")
PROSE = re.compile(r"[a-z].*[a-z][.!?][)\"”']?$", re.DOTALL)


def factbook(files):
    """The fact book: values that are sentences."""
    for name, text in files("factbook/", ".json"):
        found = []
        _prose(json.loads(text), found)
        yield name.removesuffix(".json"), found


def _prose(value, found):
    if isinstance(value, dict):
        for each in value.values():
            _prose(each, found)
    elif isinstance(value, str):
        for part in re.split(r"<br */?>|</?p>|\+\+", value):
            part = html.unescape(re.sub(r"<[^>]*>", " ", part)).strip()
            part = re.sub(r"^(note( \d+)?|[a-z][a-z ]{2,30}): +", "", part)
            if len(part.split()) >= 8 and PROSE.search(part):
                found.append(part)


def tei(folder):
    """TEI documents: paragraphs, items and headings, without notes, figures and tables."""
    def read(files):
        for name, text in files(folder, ".xml"):
            try:
                root = xml.fromstring(text.lstrip("\ufeff").encode())
            except xml.ParseError as e:
                fail(f"{name}: is not XML ({e}); get the archive again")
            body = root.find(f"{TEI}text")
            found = []
            if body is not None:
                _blocks(body, found)
            yield name.removesuffix(".xml"), found
    return read


def _blocks(element, found):
    tag = element.tag.removeprefix(TEI) if isinstance(element.tag, str) else ""
    if tag in TEI_ASIDE:
        return
    if tag in TEI_BLOCKS and not any(inner.tag in {TEI + block for block in TEI_BLOCKS} for inner in element.iter()
                                     if inner is not element):
        found.append(_flat(element))
        return
    for inner in element:
        _blocks(inner, found)


def _flat(element):
    text = element.text or ""
    for inner in element:
        tag = inner.tag.removeprefix(TEI) if isinstance(inner.tag, str) else ""
        if tag and tag not in TEI_ASIDE:
            text += _flat(inner)
        text += (" " if tag == "lb" else "") + (inner.tail or "")
    return text


def wikinews(files):
    """News, without dates of issue and captions."""
    csv.field_size_limit(1 << 30)
    for name, text in files("wikinews/", ".csv"):
        for row in csv.DictReader(io.StringIO(text)):
            paragraphs = [
                re.sub(r"^\(\([^)]*\)\) *:? *", "", line.strip()) for line in row["text"].split("\n") if line.strip()
            ]
            yield f"wikinews/{row['url'].rsplit('/', 1)[-1]}", [
                each for each in paragraphs
                if not DATELINE.fullmatch(each) and "Image:" not in each and not each.startswith(("—", "File photo"))
            ]


def groningen(files):
    """Sentences that are tokens already, without the documents that they are of."""
    for name, text in files("gmb-text/", "sentences.txt"):
        yield from grouped("gmb-text", [joined(line.split()) for line in text.split("\n") if line.strip()])


def masc(files):
    """Letters, essays, e-mail and talk; not the articles of a newspaper, whose licence is another."""
    for name, text in files("masc/masc_tagged/", ".txt"):
        if "/wsj_" in name or name.endswith("categories.txt") or "_" not in text:
            continue
        yield name.removesuffix(".txt"), [
            joined([token.rsplit("_", 1)[0] for token in line.split()]) for line in text.split("\n") if line.strip()
        ]


def wikisplit(files):
    """Sentences of Wikipedia as they were before they were split."""
    for name, text in files("wikisplit/", ".tsv"):
        sentences = [
            # Hyphens were split off as well.
            re.sub(r"(?<=\w) - (?=\w)", "-", joined(line.split("\t")[0].replace("''", '"').split()))
            for line in text.split("\n") if line.strip()
        ]
        yield from grouped(name.removesuffix(".tsv"), sentences)


def gap(files):
    """Paragraphs of Wikipedia."""
    for name, text in files("gap/", ".tsv"):
        for row in csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE):
            yield f"gap/{row['ID']}", [row["Text"].replace("``", '"').replace("''", '"')]


def wikitext(files):
    """Articles of Wikipedia, without the sentences in which rare words were replaced."""
    for name, text in files("wikitext2/", ".txt"):
        title, found = None, []
        for line in text.split("\n"):
            heading = re.fullmatch(r" = ([^=].*[^=]) = ?", line)
            if heading:
                if title:
                    yield f"wikitext2/{title}", found
                title, found = "_".join(heading.group(1).split()), []
            elif line.strip() and " = " not in line[:6]:
                sentences = re.split(r"(?<= [.?!]) (?=[A-Z\"])", line.strip())
                kept = [joined(each.split()) for each in sentences if "<unk>" not in each]
                found += [" ".join(kept)] if kept else []
        if title:
            yield f"wikitext2/{title}", found


# Of each source what reads it, with the part of it that is boilerplate cut.
RAW = {
    "factbook": factbook,
    "frus-history": tei("frus-history/"),
    "state-dept-milestones": tei("state-dept-milestones/"),
    "state-dept-rdcr": tei("state-dept-rdcr/"),
    "wikinews": wikinews,
    "gmb-text": groningen,
    "masc": masc,
    "wikisplit": wikisplit,
    "gap": gap,
    "wikitext2": wikitext,
}


def files_of(archive):
    """What gives the names and texts of an archive's files in a folder."""
    def files(folder, ending):
        return [(name, archive.text(name)) for name in sorted(archive.files)
                if name.startswith(folder) and name.endswith(ending)]
    return files


def books(path):
    """Books and speeches, as JSON lines with id and text; paragraphs are between blank lines."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                paragraphs = re.split(r"\n\s*\n", document["text"])
                yield document["id"], [
                    each for each in paragraphs
                    if not re.fullmatch(r"\s*(\[.*\]|finis|the end|(volume|chapter|book|part) .{0,40})\.?\s*", each,
                                        re.IGNORECASE | re.DOTALL)
                ]
    except (OSError, EOFError, ValueError, KeyError) as e:
        fail(f"{path}: is not JSON lines with id and text, gzipped ({e!r})")


def wanted(name):
    """Whether a file of the archive of raw text is read."""
    return not is_test(name) and not name.endswith((".svg", ".js"))
