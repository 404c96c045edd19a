"""Which corpora there are, in which archives, and in which languages."""
from . import english, languages
from .archive import Archive, columns
from .failure import fail
from .source import NAMES, PLAIN, WITH_MISC, Source

# Of each language the archives that have it, with what reads them.
CORPORA = {
    "en": {
        "ewt": ("uner-en-ewt-train-draft2022", english.ewt),
        "redocred": ("re-docred", english.redocred),
        "gum": ("gum-permissive", english.gum),
        "litbank": ("litbank", english.litbank),
        "grobid": ("grobid-ner-wikipedia", english.grobid),
        "tweebank": ("tweebank-ner", english.tweebank),
        "presidio": ("presidio-synth", english.presidio),
        "multiconer": ("multiconer-v1", english.multiconer),
    },
    "hu": {"hu-nerkor": ("hu-nerkor", languages.nerkor)},
    **{
        language: {f"{language}-uner": (
            f"uner-{language}", lambda archive, own=language, bank=treebank: languages.uner(archive, own, bank))}
        for language, treebank in (
            ("hr", "hr_set"), ("pt", "pt_bosque"), ("da", "da_ddt"), ("sr", "sr_set"), ("zh", "zh_gsdsimp"),
            ("sk", "sk_snk"))
    },
    "fi": {"fi-turku": ("fi-turku", languages.turku)},
    "ro": {"ro-ronec": ("ro-ronec", languages.ronec)},
    "tr": {"tr-wikiner": ("tr-wikiner", languages.wikiner)},
    "sv": {"sv-webbnyheter": ("sv-webbnyheter", languages.webbnyheter)},
    "ja": {"ja-stockmark": ("ja-stockmark", languages.stockmark)},
    "de": {"de-smartdata": ("de-smartdata", languages.smartdata)},
    "es": {}, "nl": {}, "ko": {},
    "no": {"nb-uner": ("uner-no-dev", languages.norwegian)},
}
for _language in languages.MULTICONER:
    CORPORA[_language][f"{_language}-multiconer"] = (
        "multiconer-v1", lambda archive, own=_language: languages.multiconer(archive, own))

WNUT = {"person": "PER", "location": "LOC", "group": "ORG", "corporation": "ORG", "product": "MISC",
        "creative-work": "MISC"}
# Column files: language, name, part, path, column of token and tag, labels, types.
MORE = (
    ("en", "wikigold", "train", "wikigold/wikigold.conll.txt", 0, 1, PLAIN | {"MISC": "MISC"}, WITH_MISC),
    ("en", "btc", "train", "btc/train.conll", 0, 1, PLAIN, NAMES),
    ("en", "btc", "valid", "btc/dev.conll", 0, 1, PLAIN, NAMES),
    ("en", "wnut17", "train", "wnut17/train.conll", 0, 1, WNUT, WITH_MISC),
    ("en", "wnut17", "valid", "wnut17/dev.conll", 0, 1, WNUT, WITH_MISC),
    ("en", "ewt", "valid", "uner-en-ewt/dev.iob2", 1, 2, PLAIN, NAMES),
    ("sv", "sv-uner", "train", "uner-sv/train.iob2", 1, 2, PLAIN | {"OTH": "O"}, NAMES),
    ("sv", "sv-uner", "valid", "uner-sv/dev.iob2", 1, 2, PLAIN | {"OTH": "O"}, NAMES),
)
MENDED = {"btc": english.signs_of_accounts}
# Those that mark a place and the one that it is in as two.
WITH_PLACES = {"ewt", "redocred", "wikigold"}
LICENCES = {
    "wikigold": "WikiGold (Balasuriya et al. 2009), CC BY 4.0",
    "btc": "Broad Twitter Corpus (Derczynski et al. 2016), CC BY 4.0",
    "wnut17": "WNUT 2017, emerging entities (Derczynski et al. 2017), CC BY 4.0",
    "sv-uner": "Universal NER, Swedish Talbanken (Mayhew et al. 2024), CC BY-SA 4.0",
}


def languages_of(given):
    """The codes in a list such as de,hu; all of them for all."""
    codes = list(CORPORA) if given == "all" else given.split(",")
    for code in codes:
        if code not in CORPORA:
            fail(f"--languages {code}: there is no corpus of it; choose of {', '.join(CORPORA)}, or all")
    return codes


def names(wanted):
    """The sources that there may be in these languages."""
    return {name for language in wanted for name in CORPORA[language]} | {
        name for language, name, *_ in MORE if language in wanted}


def read(archives, wanted, more):
    """The sources of the languages that are wanted, and the licence of each by its name."""
    found, licences, read_archives = [], {name: [text] for name, text in LICENCES.items()}, {}
    for language in wanted:
        for name, (file, convert) in CORPORA[language].items():
            if file not in read_archives:
                archive = Archive(archives, file)
                read_archives[file] = archive.read() if archive.exists() else None
            archive = read_archives[file]
            if archive is None:
                print(f"{name}: {archives / file}.tar.xz is not there; left out")
                continue
            made = convert(archive, _factbook(archives)) if name == "redocred" else convert(archive)
            found += made
            licences.update({source.name: archive.licence() for source in made})
        if more:
            found += _more(more, language)
    return found, licences


def _factbook(archives):
    raw = Archive(archives, "raw")
    if not raw.exists():
        fail(f"{raw.path}: is not there; its fact book tells nationalities from places for Re-DocRED")
    return raw.read(lambda file: file.startswith("factbook/") and file.endswith(".json"))


def _more(folder, wanted):
    """Column files of further corpora."""
    for language, name, part, path, token, tag, labels, types in MORE:
        if language != wanted:
            continue
        file = folder / path
        if not file.is_file():
            print(f"{name}.{part}: {file} is not there; left out")
            continue
        sentences = list(columns(file.read_text(encoding="utf-8"), token, tag, file))
        source = Source(name, part, labels, types, 1.0, sentences, language=language)
        yield MENDED[name](source) if name in MENDED and part == "train" else source
