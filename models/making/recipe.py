"""Recipes: what a model is made of and how, in a file of its own (TOML)."""
import copy
import pathlib

from .failure import fail

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "recipes"
TRAINING = {"preset", "vectors", "set", "torch", "heap", "minutes"}
# The keys of a recipe, and of each of its tables.
KEYS = {
    "of": None, "title": None, "languages": None, "licence": None, "encoder": None, "teacher": None, "types": None,
    "known-failures": None,
    "corpora": {"share", "side-by-side"},
    "text": {"share"},
    "vectors": {"words", "corpora", "dimension", "minutes", "heap"},
    "train": TRAINING,
    "calibrate": {"sources", "minutes"},
    "quantise": {"data", "encoder-precision", "minutes", "heap"},
    "compress": {"max-size", "dimension", "bits", "words", "subwords", "set", "minutes"},
    "measure": None,
    "minutes": {"encoder", "corpora", "text", "evaluate"},
}
REQUIRED = ("title", "languages", "licence", "types", "train")


class Recipe:
    """What a model is made of: its tables, its teacher's recipe, and the name of the recipe that trains it."""

    def __init__(self, name, tables, teacher, trained_by):
        self.name, self.tables, self.teacher, self.trained_by = name, tables, teacher, trained_by

    def __getitem__(self, key):
        return self.tables[key]

    def get(self, key, otherwise=None):
        """A key's value, if the recipe has it."""
        return self.tables.get(key, otherwise)

    @property
    def distilled(self):
        """Whether it learns from a teacher."""
        return self.teacher is not None


def names(folder=FOLDER):
    """The recipes that there are."""
    return sorted(path.stem for path in folder.glob("*.toml") if path.stem != "rehearsal")


def read(name, folder=FOLDER, rehearsal=False):
    """The recipe of a model, with that of its teacher; changed as rehearsal.toml says for a rehearsal."""
    path = folder / f"{name}.toml"
    if name not in names(folder):
        fail(f"{name}: there is no such recipe; choose of {', '.join(names(folder))}, or add models/recipes/{name}.toml")
    tables = _parsed(path)
    trained_by = tables.get("of", name)
    if trained_by != name:
        if "train" in tables or "teacher" in tables:
            fail(f"{path}: is of {trained_by}, whose training it takes; leave train and teacher out")
        base = read(trained_by, folder)
        if base.trained_by != trained_by:
            fail(f"{path}: is of {trained_by}, which is of {base.trained_by}; write of = \"{base.trained_by}\"")
        tables = {**base.tables, **tables}
    for key in REQUIRED:
        if key not in tables:
            fail(f"{path}: has no {key}; add it")
    for key, value in tables.items():
        _require_known(path, key, KEYS, "")
        if KEYS[key] is not None:
            if not isinstance(value, dict):
                fail(f"{path}: {key} is no table; write [{key}]")
            for inner in value:
                _require_known(path, inner, KEYS[key], f"{key}.")
    if rehearsal:
        tables = _overlaid(tables, _parsed(folder / "rehearsal.toml"))
    teacher = tables.get("teacher")
    if teacher == name:
        fail(f"{path}: is its own teacher; name another recipe")
    made = read(teacher, folder, rehearsal) if teacher else None
    if made and made.distilled:
        fail(f"{path}: its teacher {teacher} has a teacher itself; name one that learns from labels alone")
    if made and made["languages"] != tables["languages"]:
        fail(f"{path}: has languages {tables['languages']}, its teacher {made['languages']}; they must be the same")
    return Recipe(name, tables, made, trained_by)


def _parsed(path):
    try:
        import tomllib
    except ImportError:
        fail("models/make needs Python 3.11 or newer, which reads TOML")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
        fail(f"{path}: cannot be read ({e})")


def _require_known(path, key, known, before):
    if key not in known:
        fail(f"{path}: has an unknown key {before}{key}; known are {', '.join(sorted(known))}")


def _overlaid(tables, changes):
    """The tables with changes of those that are there, or without those that are false; others stay as they are."""
    made = copy.deepcopy(tables)
    for key, change in changes.items():
        if key not in made:
            continue
        if change is False:
            del made[key]
        elif isinstance(change, dict) and isinstance(made[key], dict):
            made[key] = _merged(made[key], change)
        else:
            made[key] = copy.deepcopy(change)
    return made


def _merged(table, change):
    merged = dict(table)
    for key, value in change.items():
        whole = key != "set" or not isinstance(merged.get(key), dict)
        merged[key] = value if whole else {**merged[key], **value}
    return merged
