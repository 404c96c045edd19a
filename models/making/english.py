"""Openly licensed English corpora, with what is wrong in them mended."""
import collections
import itertools
import json
import pathlib
import re

from .archive import Sentence, columns
from .source import NAMES, PLAIN, WITH_MISC, Source
from .spans import longest, spans, tags

TITLES = set(
    "mr mrs ms miss mister master dr doctor sir madame madam mme mlle monsieur mademoiselle lady lord captain capt"
    " colonel col major general gen lieutenant sergeant corporal admiral commodore professor prof reverend rev father"
    " parson deacon judge justice president senator governor king queen prince princess duke duchess count countess"
    " baron baroness uncle aunt cousin brother sister widow squire saint-abbe abbe inspector constable don dona"
    " signor signora herr frau the old young little poor dear good".split()
)
# Of peoples and regions that are not states.
OTHER_DEMONYMS = set(
    "African Asian European American Americans Arab Arabs English Scottish Welsh Kurdish Roman Venetian Bavarian"
    " Prussian Soviet Ottoman Byzantine Persian Catalan Basque Breton Sicilian Tibetan Hawaiian Texan Californian"
    " Flemish Walloon Germanic Slavic Latin Hispanic Scandinavian Anglo Yugoslav Yugoslavian Czechoslovak Hellenic"
    " Greek Turkish Dutch Jewish Romans Iberian Iberians Parthian Anatolian Caucasian Karelian Moldavian Milanese"
    " Taiwanese Luxembourgish Englishman Englishmen Irishman Irishmen Frenchman Frenchmen Welshman Scotsman".split()
    + ["Latin American", "North American", "South American", "West African", "East African", "West German",
       "East German", "Native American", "African American", "South Korean", "North Korean", "Hong Konger"]
)
EACH_TEMPLATE = 5
ADDRESSES = {"STREET_ADDRESS", "ADDRESS"}
# What is beside the places of a list.
LISTING = {",", "and", "or", "&"}


def ewt(archive):
    stray, sentences = 0, []
    for sentence in columns(archive.one("ewt-ud-train.iob2"), 1, 2, archive.path):
        stray += sum(tag in ("B-O", "I-O") for _, tag in sentence)
        tagged = [(token, "O" if tag[2:] == "O" else tag) for token, tag in sentence]
        sentences.append(Sentence(tagged, sentence.document))
    source = Source("ewt", "train", PLAIN | {"OTH": "O"}, NAMES, sentences=sentences)
    return [source.note(f"{stray} tags B-O are read as O; this is an early draft of the annotation")]


def demonyms(raw):
    """Adjectives and nouns of nationality in the fact book, but for those that are also names of countries."""
    found, countries = set(OTHER_DEMONYMS), set()
    for name in sorted(raw.files):
        if not name.endswith(".json"):
            continue
        book = json.loads(raw.text(name))
        if not isinstance(book, dict):
            continue
        nationality = book.get("People and Society", {}).get("Nationality", {})
        for kind in ("noun", "adjective"):
            value = nationality.get(kind, {})
            words = re.sub(r"<[^>]*>|\([^)]*\)", "", value.get("text", "") if isinstance(value, dict) else "")
            for word in re.split(r",|;| or |/", words):
                word = word.strip()
                if re.fullmatch(r"[A-Z][\w' -]+", word) and len(word.split()) <= 3:
                    found |= {word, word + "s"} if kind == "noun" else {word}
        names = book.get("Government", {}).get("Country name", {})
        countries |= {value.get("text", "") for value in names.values() if isinstance(value, dict)}
    return {word for word in found - countries if not word.isupper() and not word.endswith("Island")}


def redocred(archive, raw):
    nationalities = demonyms(raw)
    sentences, moved, left, shared = [], collections.Counter(), 0, 0
    for name, text in archive.all(r"data/\w+_revised\.json"):
        for number, document in enumerate(json.loads(text)):
            found = [[] for _ in document["sents"]]
            for entity in document["vertexSet"]:
                for mention in entity:
                    tokens = document["sents"][mention["sent_id"]]
                    begin, end = mention["pos"]
                    label = mention["type"]
                    words = " ".join(tokens[begin:end])
                    if label == "LOC" and words in nationalities:
                        moved[words] += 1
                        label = "MISC"
                    found[mention["sent_id"]].append((begin, end, label))
            for tokens, mentions in zip(document["sents"], found):
                covered = collections.Counter(i for begin, end, _ in set(mentions) for i in range(begin, end))
                shared += sum(n > 1 for n in covered.values())
                kept, others = longest(mentions)
                left += others
                if tokens:
                    tagged = [(t or "\ufffd", tag) for t, tag in zip(tokens, tags(kept, len(tokens)))]
                    sentences.append(Sentence(tagged, (name, number)))
    labels = PLAIN | {"MISC": "MISC", "TIME": "O", "NUM": "O"}
    source = Source("redocred", "train", labels, WITH_MISC, sentences=sentences)
    source.note(f"{sum(moved.values()):,} mentions of {len(moved)} nationalities, marked LOC, are MISC")
    return [source.note(f"{shared} tokens of several mentions: the longest counts, {left} mentions are left out")]


def gum(archive):
    listed = archive.one("splits.md")
    parts = {}
    for part in ("dev", "test"):
        section = re.search(rf"^## {part}$(.*?)(^## |\Z)", listed, re.M | re.S)
        parts[part] = set(re.findall(r"GUM_\w+", section.group(1))) if section else set()
    files = {"train": [], "valid": []}
    for name, text in archive.all(r"dep/GUM_\w+\.conllu"):
        document = pathlib.PurePath(name).stem
        if document not in parts["test"]:
            files["valid" if document in parts["dev"] else "train"].append((f"{document}.conllu", text))
    labels = {"person": "PER", "place": "LOC", "organization": "ORG", "*": "O"}
    reading = 'format = conllu\n    tag-column = ENTITY'
    return [Source("gum", part, labels, NAMES, files=files[part], reading=reading) for part in ("train", "valid")]


def litbank(archive):
    labels = {"PROP_PER": "PER", "PROP_GPE": "LOC", "PROP_LOC": "LOC", "PROP_FAC": "LOC", "PROP_ORG": "ORG"}
    sentences, stripped, dropped, inner = [], 0, 0, 0
    for name, annotations in archive.all(r"coref/brat/\w+\.ann"):
        text = archive.text(name[:-4] + ".txt")
        begins, lines, at = {}, [], 0
        ends = {}
        for line in text.split("\n"):
            tokens, start = [], at
            for token in re.finditer(r"\S+", line):
                begins[start + token.start()] = (len(lines), len(tokens))
                ends[start + token.end()] = (len(lines), len(tokens) + 1)
                tokens.append(token.group())
            lines.append((tokens, []))
            at += len(line) + 1
        for line in annotations.split("\n"):
            mark = re.match(r"T\d+\t(\w+) (\d+) (\d+)\t", line)
            if not mark or mark.group(1) not in labels:
                continue
            begin, end = begins.get(int(mark.group(2))), ends.get(int(mark.group(3)))
            if not begin or not end or begin[0] != end[0]:
                dropped += 1
                continue
            tokens, found = lines[begin[0]]
            first = begin[1]
            while first < end[1] and tokens[first].lower().rstrip(".") in TITLES:
                first += 1
            stripped += first > begin[1]
            if first == end[1] or not tokens[first][:1].isupper():
                dropped += 1
            else:
                found.append((first, end[1], labels[mark.group(1)]))
        for tokens, found in lines:
            kept, others = longest(found)
            inner += others
            if tokens:
                sentences.append(Sentence(zip(tokens, tags(kept, len(tokens))), name))
    source = Source("litbank", "train", PLAIN, NAMES, 0.3, sentences)
    source.note(f"{stripped} names lose titles and articles before them")
    return [source.note(f"{dropped} that are nothing but these, or go over a line, and {inner} within others are left out")]


def grobid(archive):
    files = [
        (pathlib.PurePath(name).name, text)
        for name, text in archive.all(r"resources/dataset/ner/corpus/xml/final/[\w.-]+\.xml")
    ]
    labels = {
        "PERSON": "PER", "LOCATION": "LOC", "INSTALLATION": "LOC", "ORGANISATION": "ORG", "INSTITUTION": "ORG",
        "BUSINESS": "ORG", "MEDIA": "ORG", "NATIONAL": "MISC", "EVENT": "MISC", "CREATION": "MISC", "*": "O",
    }
    return [Source("grobid", "train", labels, WITH_MISC, 0.5, files=files, reading="format = enamex")]


def tweebank(archive):
    made = []
    for part, ending in (("train", "train.bio"), ("valid", "dev.bio")):
        tweets = [Sentence(tweet) for tweet in columns(archive.one(ending), 0, -1, archive.path)]
        made.append(Source("tweebank", part, PLAIN | {"MISC": "MISC"}, WITH_MISC, 0.5, tweets))
    return made


def presidio(archive):
    """As JSON lines, whose text the reader splits."""
    used, lines, addresses, repeated, seen = collections.Counter(), [], 0, 0, collections.Counter()
    documents = []
    for name, text in archive.all(r"(data|tests/data)/\w+\.json"):
        documents += [(name, sample) for sample in json.loads(text)]
    for name, sample in documents:
        found = sample["spans"]
        if any(span["entity_type"] in ADDRESSES for span in found):
            addresses += 1
            continue
        used[sample["masked"]] += 1
        if used[sample["masked"]] > EACH_TEMPLATE:
            repeated += 1
            continue
        seen.update(span["entity_type"] for span in found)
        marks = [
            {"start": span["start_position"], "end": span["end_position"], "label": span["entity_type"]}
            for span in sorted(found, key=lambda s: s["start_position"])
        ]
        lines.append(json.dumps({"text": sample["full_text"], "spans": marks}, ensure_ascii=False))
    labels = {"PERSON": "PER", "GPE": "LOC", "LOCATION": "LOC", "ORGANIZATION": "ORG", "*": "O"}
    source = Source(
        "presidio", "train", labels, NAMES, 0.3, files=[("samples.jsonl", "".join(f"{line}\n" for line in lines))],
        reading="format = jsonl",
    )
    source.note(f"{len(documents):,} samples, of which {addresses} with addresses, whose places are not marked,")
    return [source.note(f"and {repeated:,} beyond {EACH_TEMPLATE} of one template are left out; {len(lines):,} are kept")]


def multiconer(archive):
    sentences = list(columns(archive.one("EN-English/en_train.conll"), 0, 3, archive.path))
    labels = {"PER": "PER", "LOC": "LOC", "GRP": "ORG", "CORP": "ORG", "PROD": "O", "CW": "O"}
    return [Source("multiconer", "train", labels, NAMES, 0.2, sentences)]


def signs_of_accounts(source):
    """Labels the @ before a name of an account like the name, as the later half of BTC and its part for development do."""
    changed = 0
    for sentence in source.sentences:
        for at in range(len(sentence) - 1):
            (token, tag), (_, name) = sentence[at], sentence[at + 1]
            if token == "@" and tag == "O" and name.startswith("B-"):
                sentence[at] = (token, name)
                changed += 1
    return source.note(f"{changed} signs @ before a name are labelled like it, as in the later half")


def places_side_by_side(source):
    """Adds sentences once more, without the comma between a place and the one that it is in (Quincy Illinois).

    Many write so on the web, and the corpora have next to none of it. Places of a list keep their commas.
    """
    copies = []
    for sentence in source.sentences:
        places = [span for span in spans([tag for _, tag in sentence]) if span[2] == "LOC"]
        tokens = [*(token for token, _ in sentence), ""]
        commas = {
            end for (first, end, _), (begin, after, _) in itertools.pairwise(places)
            if begin == end + 1 and tokens[end] == "," and not LISTING & {tokens[first - 1], tokens[after]}}
        if commas:
            copies.append(Sentence((pair for at, pair in enumerate(sentence) if at not in commas), None))
    source.sentences = source.sentences + copies
    return source.note(f"{len(copies)} sentences once more, without the comma between two places")
