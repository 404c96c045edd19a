"""Openly licensed corpora of languages other than English, with what is wrong in them mended."""
import collections
import gzip
import io
import json
import re
import zipfile
import zlib

from .archive import Sentence, columns
from .failure import fail
from .source import NAMES, PLAIN, WITH_MISC, Source
from .spans import longest, spans, tags

GROUPS = {"PER": "PER", "LOC": "LOC", "GRP": "ORG", "CORP": "ORG", "PROD": "O", "CW": "O"}
MULTICONER = {
    "de": "DE-German", "es": "ES-Spanish", "nl": "NL-Dutch", "tr": "TR-Turkish", "ko": "KO-Korean",
}
# Where there is nothing better, the part that upstream has for development is all there is to validate on.
MULTICONER_WEIGHTS = {"es": 0.5, "nl": 0.5, "ko": 0.5}
RONEC = {
    "PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FACILITY": "LOC", "ORG": "ORG", "ORGANIZATION": "ORG", "*": "O",
}
TURKISH = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG", "*": "O"}
JAPANESE = {
    "人名": "PER", "地名": "LOC", "施設名": "LOC", "法人名": "ORG", "政治的組織名": "ORG", "その他の組織名": "ORG",
    "*": "O",
}
SMARTDATA = {
    "PERSON": "PER", "LOCATION": "LOC", "LOCATION_CITY": "LOC", "LOCATION_STREET": "LOC", "LOCATION_STOP": "LOC",
    "ORGANIZATION": "ORG", "ORGANIZATION_COMPANY": "ORG", "*": "O",
}
SMARTDATA_NAMES = {label for label, kind in SMARTDATA.items() if kind != "O"}
# What the German corpus marks for what it refers to.
GERMAN_NOUNS = set(
    "Gruppe Unternehmen Konzern Firma Gesellschaft Verein Mutterkonzern Tochter Tochterfirma Hersteller Anbieter"
    " Autobauer Bank Bahn Polizei Feuerwehr Stadt Land Staat Strecke Autobahn Bahnhof Flughafen".split()
)
EACH_FOLD = 10


def uner(archive, language, treebank):
    """Universal NER: PER, LOC, ORG; OTH is not of the standard."""
    made = []
    for part, ending in (("train", "train"), ("valid", "dev")):
        sentences, stray = [], 0
        for sentence in columns(archive.one(f"{treebank}-ud-{ending}.iob2"), 1, 2, archive.path):
            stray += sum(tag in ("B-O", "I-O") for _, tag in sentence)
            tagged = [(token, "O" if tag[2:] == "O" else tag) for token, tag in sentence]
            sentences.append(Sentence(tagged, sentence.document))
        source = Source(f"{language}-uner", part, PLAIN | {"OTH": "O"}, NAMES, sentences=sentences, language=language)
        made.append(source.note(f"{stray} tags B-O are read as O") if stray else source)
    return made


def norwegian(archive):
    """To measure with, never to train or to choose by: Bokmål and Nynorsk."""
    made = []
    for language, treebank in (("nb", "nob_norne"), ("nn", "nno_norne")):
        sentences = [
            Sentence([(token, tag if tag[2:] in PLAIN else "O") for token, tag in sentence], sentence.document)
            for sentence in columns(archive.one(f"{treebank}-ud-dev.iob2"), 1, 2, archive.path)
        ]
        made.append(Source(f"{language}-uner", "measure", PLAIN, NAMES, sentences=sentences, language=language))
    return made


def nerkor(archive):
    """Hungarian, in five kinds of text."""
    made = []
    for part, folder in (("train", "train"), ("valid", "devel")):
        sentences, other = [], 0
        for name, text in archive.all(rf"data/{folder}/\w+/[\w.-]+\.conllup"):
            rows = "\n".join(line for line in text.split("\n") if not line.startswith("# "))
            for sentence in columns(rows, 0, 5, f"{archive.path}: {name}"):
                good = [(token, tag if tag == "O" or tag[:2] in ("B-", "I-") else "O") for token, tag in sentence]
                other += sum(a != b for a, b in zip(good, sentence))
                sentences.append(Sentence(good, name))
        source = Source("hu-nerkor", part, PLAIN | {"MISC": "MISC"}, WITH_MISC, sentences=sentences, language="hu")
        made.append(source.note(f"{other} tokens whose tag is none are O") if other else source)
    return made


def turku(archive):
    """Finnish; products, events and dates are no entities."""
    labels = PLAIN | {"PRO": "O", "EVENT": "O", "DATE": "O"}
    return [
        Source("fi-turku", part, labels, NAMES, language="fi",
               sentences=list(columns(archive.one(f"data/conll/{ending}.tsv"), 0, 1, archive.path)))
        for part, ending in (("train", "train"), ("valid", "dev"))
    ]


def wikiner(archive):
    """Turkish; of OntoNotes' types those of names."""
    return [
        Source("tr-wikiner", part, TURKISH, NAMES, language="tr",
               sentences=list(columns(archive.one(f"Dataset/{ending}.conll"), 0, -1, archive.path)))
        for part, ending in (("train", "train"), ("valid", "dev"))
    ]


def ronec(archive):
    """Romanian: version 1 to train on, the part of version 2 that is for development to validate on."""
    name = archive.named("ronec_iob.zip")
    try:
        with zipfile.ZipFile(io.BytesIO(archive.files[name])) as zipped:
            text = archive.decoded(name, zipped.read("ronec_iob.conllup"))
    except (zipfile.BadZipFile, KeyError) as e:
        fail(f"{archive.path}: {name} cannot be read ({e}); get it again")
    first = list(columns(text, 1, -1, archive.path))
    second = [list(zip(each["tokens"], each["ner_tags"])) for each in json.loads(archive.one("data/valid.json"))]
    common = _common_words(first + second)
    made = []
    for part, sentences in (("train", first), ("valid", second)):
        mended, dropped, cut = [], 0, 0
        for sentence in sentences:
            kept = []
            for begin, end, label in spans([tag for _, tag in sentence]):
                name = _capitalised(sentence, begin, end, common) if RONEC.get(label, "O") != "O" else (begin, end)
                dropped += name is None
                cut += name not in (None, (begin, end)) and RONEC[label] == "PER"
                if name is not None:
                    kept.append((*(name if RONEC.get(label) == "PER" else (begin, end)), label))
            mended.append(Sentence(zip([token for token, _ in sentence], tags(kept, len(sentence)))))
        source = Source("ro-ronec", part, RONEC, NAMES, sentences=mended, language="ro")
        source.note(f"{dropped:,} mentions without a capitalised name are left out; {cut:,} persons lose common nouns")
        made.append(source)
    return made


def _common_words(sentences):
    """Words that are in lower case more often than not, where they are not the first of a sentence."""
    lower, upper = collections.Counter(), collections.Counter()
    for sentence in sentences:
        for token, _ in sentence[1:]:
            (lower if token[:1].islower() else upper)[token.lower()] += 1
    return {word for word, count in lower.items() if count > upper[word]}


def _capitalised(sentence, begin, end, common):
    """From the first to the last capitalised word of a mention; none if it has none."""
    named = [
        i for i in range(begin, end)
        if sentence[i][0][:1].isupper() and not (i == 0 and sentence[i][0].lower() in common)
    ]
    return (named[0], named[-1] + 1) if named else None


def webbnyheter(archive):
    """Swedish; every tenth stretch of fifty sentences is to validate on."""
    rows = [[]]
    for line in archive.one("train_corpus.txt").split("\n"):
        fields = line.replace("\u00ad", "").split()
        if len(fields) >= 2:
            rows[-1].append((fields[0], fields[-1]))
        elif rows[-1] and not line.strip():
            rows.append([])
    sentences = [Sentence([(token, "O" if tag == "0" else f"I-{tag}") for token, tag in row]) for row in rows if row]
    parts = {"train": [], "valid": []}
    for i, sentence in enumerate(sentences):
        parts["valid" if i // 50 % EACH_FOLD == EACH_FOLD - 1 else "train"].append(sentence)
    return [
        Source("sv-webbnyheter", part, PLAIN | {"MISC": "MISC"}, WITH_MISC, 0.5, parts[part], language="sv")
        .note("names have no beginnings: neighbours of one type are one; every tenth fifty sentences are validated on")
        for part in ("train", "valid")
    ]


def stockmark(archive):
    """Japanese, as JSON lines, whose text the reader splits; a tenth of the articles is to validate on."""
    lines = {"train": [], "valid": []}
    for sample in json.loads(archive.one("ner.json")):
        marks = [
            {"start": entity["span"][0], "end": entity["span"][1], "label": entity["type"]}
            for entity in sorted(sample["entities"], key=lambda e: e["span"])
        ]
        part = "valid" if zlib.crc32(sample["curid"].encode()) % EACH_FOLD == 0 else "train"
        lines[part].append(json.dumps({"text": sample["text"], "spans": marks}, ensure_ascii=False) + "\n")
    return [
        Source("ja-stockmark", part, JAPANESE, NAMES, files=[("samples.jsonl", "".join(lines[part]))],
               reading="format = jsonl", language="ja")
        .note(f"{len(lines[part]):,} samples; every tenth article, by its number's CRC-32, is validated on")
        for part in ("train", "valid")
    ]


def smartdata(archive):
    """German tweets, traffic reports and news, as JSON lines, whose text the reader splits."""
    documents = {
        part: [_plain(each) for each in _objects(archive, ending)]
        for part, ending in (("train", "v1_20180119/train.json.gz"), ("valid", "v3_20200302/dev.json.gz"))
    }
    known = {each["id"] for each in documents["valid"]} | {each["text"].strip() for each in documents["valid"]}
    made = []
    for part in ("train", "valid"):
        lines, twice, seen, dropped = [], 0, set(), 0
        for document in documents[part]:
            text = document["text"]
            if text in seen or (part == "train" and not known.isdisjoint({document["id"], text.strip()})):
                twice += 1
                continue
            seen.add(text)
            found = []
            for mention in document["conceptMentions"] or []:
                begin, end = (_code_points(text, mention["span"][key]) for key in ("start", "end"))
                label = mention["type"].upper().replace("-", "_")
                begin, end = _trimmed(text, begin, end)
                if label in SMARTDATA_NAMES and (text[begin:end] in GERMAN_NOUNS or text[begin:end].islower()
                                                 or text[begin:begin + 1].islower()):
                    dropped += 1
                elif begin < end:
                    found.append((begin, end, label))
            kept, _ = longest(found)
            marks = [{"start": begin, "end": end, "label": label} for begin, end, label in kept]
            lines.append(json.dumps({"text": text, "spans": marks}, ensure_ascii=False) + "\n")
        source = Source("de-smartdata", part, SMARTDATA, NAMES, 0.5, files=[("samples.jsonl", "".join(lines))],
                        reading="format = jsonl", language="de")
        source.note(f"{twice} documents that are there twice, or are validated on, are left out; {len(lines):,} are kept")
        made.append(source.note(f"{dropped} common nouns and adjectives of nationality are no names; nor are routes"))
    return made


def _objects(archive, ending):
    """JSON objects one after another."""
    name = archive.named(ending)
    try:
        text = archive.decoded(name, gzip.decompress(archive.files[name]))
    except (OSError, EOFError) as e:
        fail(f"{archive.path}: {name} cannot be read ({e}); get it again")
    decoder, at = json.JSONDecoder(), 0
    while at < len(text):
        while at < len(text) and text[at].isspace():
            at += 1
        if at < len(text):
            found, at = decoder.raw_decode(text, at)
            yield found


def _plain(value):
    """JSON as Avro writes it, without the names of unions' branches."""
    if isinstance(value, dict):
        if len(value) == 1 and next(iter(value)) in ("array", "string", "map"):
            return _plain(next(iter(value.values())))
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _code_points(text, units):
    """The index in code points of one in UTF-16 units."""
    return len(text.encode("utf-16-le")[:2 * units].decode("utf-16-le", "replace"))


def _trimmed(text, begin, end):
    """A span without white space and punctuation around it."""
    while begin < end and re.match(r"[\s(:;,@#\"„]", text[begin]):
        begin += 1
    while begin < end and re.match(r"[\s):;,.\"“]", text[end - 1]) and not text[begin:end].endswith("Str."):
        end -= 1
    return begin, end


def multiconer(archive, language):
    """Questions and sentences of Wikipedia, in lower case and tagged by machine."""
    folder = MULTICONER[language]
    return [
        Source(f"{language}-multiconer", part, GROUPS, NAMES, MULTICONER_WEIGHTS.get(language, 0.2), language=language,
               sentences=list(columns(archive.one(f"{folder}/{language}_{ending}.conll"), 0, 3, archive.path)))
        for part, ending in (("train", "train"), ("valid", "dev"))
    ]
